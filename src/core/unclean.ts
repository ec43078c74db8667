import type { Sample } from './observed.ts'

/** `private`: areas that Unicode leaves to its users (造字); `bidi` turns the direction of writing. */
export const UNCLEAN_KINDS = ['private', 'bidi', 'control', 'invisible'] as const
export type UncleanKind = (typeof UNCLEAN_KINDS)[number]
export type Unclean<Place> = Readonly<Record<UncleanKind, Sample<Place>>>
