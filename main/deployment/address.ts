/** The host of an address of the deployment, as a person reads it. */
export const hostOf = (address: string): string => new URL(address).host;
