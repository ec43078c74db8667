/** A publisher's URL: a link only when it leads to the web, else plain text. */
export function Url({ url }: { url: string }) {
  return isWeb(url) ? (
    <a href={url} rel="noopener noreferrer" target="_blank">
      {url}
    </a>
  ) : (
    <bdi>{url}</bdi>
  )
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url)
