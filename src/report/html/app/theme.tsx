import { useEffect, useState } from 'preact/hooks'
import { useWords } from './page.ts'
import { Select } from './parts/select.tsx'

const THEMES = ['auto', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const KEY = 'odbadge-theme'

export function ThemeChoice() {
  const { say } = useWords()
  const [theme, setTheme] = useState<Theme>(remembered)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      const isDark = theme === 'auto' ? dark.matches : theme === 'dark'
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    }
    apply()
    remember(theme)
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])
  return (
    <Select
      label={say('theme')}
      value={theme}
      onChange={(value) => setTheme(value as Theme)}
      choices={THEMES.map((name) => [name, say(`theme-${name}`)] as const)}
    />
  )
}

function remembered(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'auto'
  } catch {
    // A browser that keeps nothing for files: the choice lasts as long as the page.
    return 'auto'
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // See above: nothing is lost but the memory of it.
  }
}
