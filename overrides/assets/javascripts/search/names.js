// Names of pages and API objects: what readers type when they know what they want, in any of its forms,
// complete or not, with a typo or among other words.

import { joined, split } from "./words.js"

// How sure it is that a page is meant: by its name, the last part of it, or the name of something on it.
const RANK = { page: 1, last: 0.8, object: 0.7, member: 0.4 }
const BEGINNING = 0.5
const TYPO = 0.5
const AMONG_WORDS = 0.35
const SHORTEST_WITH_TYPO = 4

/** Returns a map from each name, as one word, to the sections that have it: [{ id, path, rank }]. */
export function namesOf(sections, separator) {
  const names = new Map()
  const add = (name, { id, path }, rank) => {
    const key = joined(split(name, separator))
    if (key) names.set(key, [...names.get(key) ?? [], { id, path, rank }])
  }
  for (const section of sections) {
    const { path, anchor, title } = section
    if (!anchor) {
      const address = path.split("/").at(-2) ?? ""
      for (const name of new Set([title, /^st\./.test(address) ? address : title])) {
        add(name, section, RANK.page)
        if (/^(st\.|streamlit )/.test(name)) add(name.split(/[. ]/).at(-1), section, RANK.last)
      }
    } else if (anchor.startsWith("streamlit.") && !anchor.includes("--")) {
      const object = anchor.replace("streamlit.", "")
      add(object, section, RANK.object)
      add(object.split(/[.(]/).at(-1), section, RANK.member)
    }
  }
  return names
}

/** Returns a map from the paths of pages to how well a name on them fits, and in which section: { score, id }. */
export function nameScores(names, parts, words) {
  const scores = new Map()
  const add = (name, weight, least = 0) => {
    for (const { id, path, rank } of names.get(name)) {
      if (rank >= least && rank * weight > (scores.get(path)?.score ?? 0)) scores.set(path, { score: rank * weight, id })
    }
  }
  const whole = joined(parts)
  for (const name of names.keys()) {
    if (name === whole) add(name, 1)
    else if (name.startsWith(whole)) add(name, BEGINNING * (whole.length / name.length))
    else if (whole.length >= SHORTEST_WITH_TYPO && differByOne(name, whole)) add(name, TYPO)
  }
  for (let from = 0; from < parts.length; from++) {
    for (let to = from + 1; to <= Math.min(from + 3, parts.length); to++) {
      const name = joined(parts.slice(from, to))
      const share = Math.min((to - from) / words.length, 1)
      if (words.includes(parts[from]) && names.has(name)) add(name, AMONG_WORDS * share, RANK.last)
    }
  }
  return scores
}

/** Whether one letter is wrong, missing, too many, or has changed places with the next. */
function differByOne(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [restA, restB] = [a.slice(same), b.slice(same)]
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB
    || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
}
