// The piece of a section that shows why it was found: text with the found words set apart.

import { terms } from "./words.js"

const LENGTH = 170
const LEAD = 50

/** Text without its HTML. The search plugin keeps few tags and escapes &, < and > only. */
export function plain(html) {
  return html
    .replace(/<\/(p|li|pre|ul|ol)>/g, " ")
    .replace(/<\/?code>(?=\w)|(?<=\w)(?=<code>)/g, match => match === "</code>" ? " " : "")
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&")
    .replace(/\s+/g, " ").trim()
}

/** The best piece of an HTML text as [[text, isFound], …]: prose if it has a found word, else the code. */
export function snippet(html, found) {
  const prose = marked(plain(html.replace(/<pre>.*?<\/pre>/gs, " ")), found)
  const all = prose.some(([, isFound]) => isFound) ? prose : marked(plain(html), found)
  return around(all.some(([, isFound]) => isFound) || !prose.length ? all : prose)
}

/** Text as [[piece, isFound], …]. */
export function marked(text, found) {
  return text.split(/([\p{L}\p{N}]+)/u).filter(Boolean)
    .map(piece => [piece, terms(piece).some(term => found.has(term))])
}

/** The pieces of the stretch with the most different found words, cut at words. */
function around(pieces) {
  let best = { from: 0, count: -1 }
  let offset = 0
  const starts = pieces.map(([piece]) => (offset += piece.length) - piece.length)
  for (const [from, [, isFound]] of pieces.entries()) {
    if (from && !isFound) continue
    const words = new Set()
    for (let to = from; to < pieces.length && starts[to] - starts[from] < LENGTH - LEAD; to++) {
      if (pieces[to][1]) words.add(pieces[to][0].toLowerCase())
    }
    if (words.size > best.count) best = { from, count: words.size }
  }
  // What fits into the length from the beginning is shown from the beginning.
  let first = best.from
  const lead = starts[best.from] < LENGTH - LEAD ? Infinity : LEAD
  while (first > 0 && starts[best.from] - starts[first - 1] <= lead) first--
  let last = first
  while (last < pieces.length && starts[last] + pieces[last][0].length - starts[first] <= LENGTH) last++
  const shown = pieces.slice(first, last)
  if (first > 0) shown.unshift(["… ", false])
  if (last < pieces.length) shown.push([" …", false])
  return merged(shown)
}

function merged(pieces) {
  const result = []
  for (const [text, isFound] of pieces) {
    if (result.length && result.at(-1)[1] === isFound) result.at(-1)[0] += text
    else result.push([text, isFound])
  }
  return result
}
