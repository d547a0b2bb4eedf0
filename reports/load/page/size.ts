/** What all charts of the page are drawn to; the page scales them to the room there is. */
export const size = {
  width: 560,
  height: 300,
  marginLeft: 64,
  marginRight: 24,
  marginTop: 30,
  marginBottom: 42,
};
