// What is folded away opens where a link leads into it.

function reveal() {
  const target = document.querySelector(":target")
  const closed = []
  for (let details = target?.closest("details"); details; details = details.parentElement.closest("details")) {
    if (!details.open) closed.push(details)
  }
  for (const details of closed) details.open = true
  if (closed.length) target.scrollIntoView()
}

addEventListener("hashchange", reveal)
reveal()
