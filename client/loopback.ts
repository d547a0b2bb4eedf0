/**
 * Whether a host name, as `URL.hostname` gives it, stands for this machine: localhost, 127.x.x.x or [::1].
 * What a name resolves to is not asked: a name that a resolver points here may point elsewhere tomorrow.
 */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
