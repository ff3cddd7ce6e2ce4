// Words of a text or a question as the index knows them: split, without endings, some with words of the same meaning.

// They say nothing about what a page is about.
const STOP_WORDS = new Set(`a about after all an and any app are as at be been but by can cannot cant could did do does doesnt dont
  each for from get give gets had has have how i if in into is isnt it its just keep like make me my need not of on
  one only or our out should so some st streamlit that the their them then there these they this those to too use
  used using via want was way we what when where which while who why will with without work works would you your`.split(/\s+/))

// What readers call it, and what these pages do.
const SAME_AS = {
  accordion: "expander", auth: "authentication", auto: "automatically every", autorefresh: "rerun every",
  carousel: "image", collapsible: "expander", combobox: "selectbox", delete: "remove", dropdown: "selectbox",
  env: "environment", excel: "dataframe", favicon: "icon page", graph: "chart", hide: "hidden", host: "deploy",
  login: "authentication", modal: "dialog", mp3: "audio", mp4: "video", multiline: "lines", mysql: "sql", oauth: "login",
  oidc: "login", part: "fragment", partial: "fragment", password: "secrets", photo: "image", picture: "image",
  plot: "chart", popup: "dialog", postgres: "sql", postgresql: "sql", publish: "deploy", refresh: "rerun",
  reload: "rerun", remember: "session state", spreadsheet: "data editor", sqlite: "sql", textbox: "text input",
  tooltip: "help", url: "query params", webcam: "camera",
}

/** The parts of a text that stand for themselves: `max_upload_size` and "max upload size" have three. */
export function split(text, separator) {
  return text.split(separator).map(part => part.replace(/[^\p{L}\p{N}]+/gu, "")).filter(Boolean)
}

/** A part as the index holds it; `maxUploadSize` is also max, upload and size. */
export function terms(part) {
  const pieces = part.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{N}]+|\p{N}+/gu) ?? []
  return [...new Set([part, ...pieces.length > 1 ? pieces.filter(piece => piece.length > 1) : []].map(stem))]
}

/** The parts of a question that say what it is about: all of them where there are no others. */
export function meaningful(parts) {
  const kept = parts.filter(part => !STOP_WORDS.has(part.toLowerCase()))
  return kept.length ? kept : parts
}

export function synonyms(part) {
  return (SAME_AS[part.toLowerCase()] ?? "").split(" ").filter(Boolean)
}

/** A word without the endings of its forms: caches, cached and caching are one. */
export function stem(word) {
  const lower = word.toLowerCase()
  if (lower.length < 4) return lower
  return lower
    .replace(/ies$/, "y")
    .replace(/(?<![su])s$/, "")
    .replace(/(?<=[aeiouy].+)(ing|ed)$/, "")
    .replace(/([bdgmnprt])\1$/, "$1")
    .replace(/(?<=[aeiouy].+)e$/, "")
}

/** A name as one word: `st.cache_data`, "cache data" and "CacheData" are the same; see also names.js for `streamlit.`. */
export function joined(parts) {
  const [first, ...others] = parts.map(part => part.toLowerCase())
  return (first === "st" && others.length ? others : [first, ...others]).join("")
}
