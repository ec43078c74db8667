/** Raised whenever inspection may find other facts in the same bytes: remembered ones are then taken anew. */
export const INSPECTOR_VERSION = 8
