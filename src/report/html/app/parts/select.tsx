export type Choice = readonly [value: string, label: string]

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  choices: readonly Choice[]
}

export function Select({ label, value, onChange, choices }: Props) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
