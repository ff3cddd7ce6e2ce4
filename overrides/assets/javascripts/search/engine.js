// Finds pages: the index of the theme's search plugin goes in, pages come out, best first, one hit a page.
// Knows nothing of the browser, so that tests can ask it directly.

import MiniSearch from "../vendor/minisearch.js"
import { nameScores, namesOf } from "./names.js"
import { marked, plain, snippet } from "./snippet.js"
import { joined, meaningful, split, stem, synonyms, terms } from "./words.js"

const MOST_RESULTS = 25
// A page that is this much worse than the best one would not help.
const LEAST_SHARE = 0.1
// What a found word counts by where it stands, a word of the same meaning, and a name.
const FIELDS = { page: 6, title: 3, description: 4, text: 1 }
const SYNONYM = 0.8
const NAME = 100

/** Returns the function that answers questions: `find("cache data")` is a list of hits. */
export function load({ config, docs }) {
  const separator = new RegExp(config.separator)
  const sections = docs.map(({ location, title, text, description = "", boost = 1 }, id) => {
    const [path, anchor = ""] = location.split("#")
    return { id, path, anchor, title: plain(title), html: text, description, boost }
  })
  const pages = new Map(sections.filter(({ anchor }) => !anchor).map(page => [page.path, page]))
  const names = namesOf(sections, separator)
  const known = new Set()
  const index = new MiniSearch({
    fields: Object.keys(FIELDS),
    tokenize: text => split(text, separator).flatMap(terms),
    processTerm: term => {
      known.add(term)
      return term
    },
    searchOptions: {
      boost: FIELDS, weights: { fuzzy: 0.3, prefix: 0.4 }, tokenize: term => [term], processTerm: term => term,
    },
  })
  index.addAll(sections.map(({ id, path, anchor, title, description, html }) => ({
    id,
    page: anchor ? "" : `${title} ${path.split("/").at(-2) ?? ""}`,
    title: anchor ? title : "",
    description,
    text: plain(html),
  })))

  return question => {
    const parts = split(question, separator)
    const words = meaningful(parts)
    // Words that say nothing are in every text: where there are no others, what a page is for decides ("what is streamlit").
    const fields = words === parts ? ["page", "description"] : Object.keys(FIELDS)
    const hits = new Map()
    const wordsIn = new Map()
    const hit = path => hits.get(path) ?? hits.set(path, { path, score: 0, sections: new Map(), terms: new Set() }).get(path)
    const count = (page, id, score) => page.sections.set(id, (page.sections.get(id) ?? 0) + score)

    const found = words.map((word, position) => look(word, position === words.length - 1, fields))
    for (const results of found) {
      const best = new Map()
      for (const [id, { score, terms }] of results) {
        const page = hit(sections[id].path)
        best.set(page, Math.max(best.get(page) ?? 0, score))
        count(page, id, score)
        wordsIn.set(id, (wordsIn.get(id) ?? 0) + 1)
        for (const term of terms) page.terms.add(term)
      }
      for (const [page, score] of best) {
        page.score += score
        page.words = (page.words ?? 0) + 1
      }
    }
    // A page with all of the words is worth far more than one with the rarest of them, all the more if one section has them.
    for (const page of hits.values()) {
      page.score *= (page.words / words.length) ** 2
      page.score += Math.max(...[...page.sections].map(([id, score]) => score * (wordsIn.get(id) / words.length) ** 2))
    }
    for (const [path, { score, id }] of parts.length ? nameScores(names, parts, words) : []) {
      hit(path).score += score * NAME
      count(hit(path), id, score * NAME)
    }
    for (const page of hits.values()) page.score *= pages.get(page.path).boost
    const ranked = [...hits.values()].sort((a, b) => b.score - a.score)
    return ranked.slice(0, MOST_RESULTS).filter(({ score }) => score >= ranked[0].score * LEAST_SHARE).map(shown)
  }

  /** A map of the sections with a word, with its beginning if it is the last, or with what it may be a typo of. */
  function look(word, isLast, fields) {
    const term = stem(word)
    const others = synonyms(word)
    const isKnown = known.has(term)
    const prefix = term.length > 1 && (isLast || !isKnown)
    const fuzzy = !isKnown && !others.length && (term.length < 4 ? 0 : term.length < 8 ? 1 : 2)
    const found = new Map()
    const add = (results, weight) => {
      for (const { id, score, queryTerms, terms } of results) {
        const value = weight * score / queryTerms.length
        if (value > (found.get(id)?.score ?? 0)) found.set(id, { score: value, terms })
      }
    }
    add(index.search(term, { prefix, fuzzy, fields }), 1)
    for (const other of others) add(index.search(stem(other)), isKnown ? SYNONYM : 1)
    return found
  }

  /** A hit as readers see it: the page, its best section if that is not the page itself, and a piece of its text. */
  function shown({ path, sections: scores, terms }) {
    const page = pages.get(path)
    const [[best]] = [...scores].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
    const section = sections[best]
    const isPage = !section.anchor || sameName(section.title, page.title)
    const text = (isPage && page.description) || section.html || page.description
    return {
      path: isPage ? path : `${path}#${section.anchor}`,
      title: marked(page.title, terms),
      section: isPage ? [] : marked(section.title, terms),
      trail: trail(path),
      snippet: snippet(text, terms),
    }
  }

  function sameName(a, b) {
    return joined(split(a, separator)) === joined(split(b, separator))
  }

  /** What the pages above are called, from the top. */
  function trail(path) {
    const above = path.split("/").slice(0, -2).map((_, depth, all) => `${all.slice(0, depth + 1).join("/")}/`)
    return above.filter(address => pages.has(address)).map(address => pages.get(address).title)
  }
}
