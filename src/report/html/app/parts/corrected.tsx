import { corrections } from '../../../../core/corrections.ts'
import type { DatasetRecord, ResourceRecord } from '../../../../core/ledger.ts'
import { usePage, useWords } from '../page.ts'
import { Copy } from './copy.tsx'

interface Props {
  resource: ResourceRecord
  dataset: DatasetRecord
}

/** What the portal's form should say, to be pasted. */
export function Corrected({ resource, dataset }: Props) {
  const { say } = useWords()
  const { printing } = usePage()
  const found = corrections(resource, dataset)
  if (found.length === 0) return null
  return (
    <>
      <h3>{say('corrected')}</h3>
      <p class="note">{say('correctedNote')}</p>
      <dl class="corrected">
        {found.map(({ claim, value, same }) => {
          const id = `${claim}-${resource.id}`
          return (
            <div key={claim}>
              <dt>
                {say(claim)}{' '}
                <span class={`tone-text tone-${same ? 'pass' : 'fail'}`}>
                  {say(same ? 'same' : 'differs')}
                </span>
              </dt>
              <dd>
                <output id={id} class="paste">
                  {value}
                </output>
                {!printing && <Copy id={id} name={say(claim)} text={value} />}
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
