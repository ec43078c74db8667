export type { Fetched, Fetcher, FetcherOptions, Timeouts } from './fetcher.ts'
export { createFetcher } from './fetcher.ts'
export { fetchLocal } from './local.ts'
