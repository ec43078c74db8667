/** Whether a name would leave the folder it is unpacked into. */
export const leadsOut = (name: string): boolean =>
  name.includes('\0') || /^(?:\/|[A-Za-z]:)/.test(name) || name.split('/').includes('..')
