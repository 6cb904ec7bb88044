/** Adds the web addresses that a message links to: what stands in it as `url` or `licenseUrl`, however deep. */
export function addAddresses(value: unknown, addresses: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'object') addAddresses(inner, addresses);
    else if ((name === 'url' || name === 'licenseUrl') && typeof inner === 'string') addresses.add(inner);
  }
}
