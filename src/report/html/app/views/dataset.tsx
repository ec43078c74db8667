import { usePage } from '../page.ts'
import { DatasetReport } from '../parts/dataset.tsx'
import { Heading } from '../parts/heading.tsx'
import { WhenLoaded } from '../parts/loaded.tsx'
import { NotThere } from '../parts/not-there.tsx'
import type { Route } from '../route.ts'
import { useLoaded } from '../store/store.ts'

export function DatasetView({ route: { id } }: { route: Route }) {
  const { store } = usePage()
  const loaded = useLoaded(async () => {
    const position = (await store.datasets()).positions.get(id)
    return position === undefined ? undefined : store.entry(position)
  }, id)
  return (
    <WhenLoaded loaded={loaded}>
      {(entry) =>
        entry ? (
          <>
            <Heading>
              <bdi>{entry.record.title}</bdi>
            </Heading>
            <DatasetReport entry={entry} />
          </>
        ) : (
          <NotThere id={id} />
        )
      }
    </WhenLoaded>
  )
}
