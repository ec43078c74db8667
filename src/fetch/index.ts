export type { Fetched, Fetcher, FetcherOptions, Timeouts } from './fetcher.ts'
export { createFetcher } from './fetcher.ts'
export type { LaneSettings, Time } from './host-lane.ts'
export { fetchLocal } from './local.ts'
