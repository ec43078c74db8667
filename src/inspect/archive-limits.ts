const MIB = 2 ** 20

/** How far archives are followed; what lies beyond has a reason, never a pass. */
export const LIMITS = {
  /** Files of one archive. */
  members: 1_000,
  /** Bytes inflated from one archive and all that it holds, second looks included. */
  inflated: 1024 * MIB,
  /** Bytes that any resource may inflate to; beyond, at most `ratio` times its own size. */
  granted: 64 * MIB,
  /** Times its compressed size that one member may inflate to, once it exceeds `ratioFrom` bytes. */
  ratio: 200,
  ratioFrom: 16 * MIB,
  /** Archives in archives: 1 is the outermost. */
  depth: 3,
  /** Bytes of a member that is held in memory, because it has to be read from any place. */
  held: 32 * MIB,
  /** Bytes of memory, about, that facts about the parts of one resource may take. */
  facts: 96 * MIB,
  /** Characters of a member's name. */
  name: 500,
} as const

/** Bytes that a resource of this size may inflate to in all: bombs within bombs are small themselves. */
export const inflatable = (size: number): number =>
  Math.min(LIMITS.inflated, Math.max(LIMITS.granted, LIMITS.ratio * size))
