"""The review as one HTML file: no script, nothing loaded, printed on A4 landscape."""

from collections.abc import Iterator, Mapping
from html import escape

from notice.languages import own_name
from notice.review.lines import Aligned
from notice.review.review import Review, ReviewedSection
from notice.review.tags import tag

STYLE = """
@page { size: A4 landscape; margin: 12mm }
body { font: 15px/1.4 system-ui, sans-serif; margin: 1.5rem; color: #1b1b1b; background: #fff }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin: 2rem 0 .3rem }
p { margin: .3rem 0; max-width: 60rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .5rem 0 }
th, td { border: 1px solid #999; padding: .35rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
td { hyphens: auto; white-space: pre-line } thead th { background: #eee } .facts { width: 15% }
th.fact { font: .75rem/1.4 ui-monospace, monospace; color: #444 } th { font-weight: 600 }
.entry td { background: #f4f7fb } b { display: block } .missing { background: #fdecea }
.own { display: block; font-size: .8rem; color: #7a3e00 } .sign td { height: 3rem }
@media print {
  body { margin: 0; font-size: 8.5pt; line-height: 1.3 } th, td { padding: .1rem .3rem }
  tr, h2 { break-inside: avoid } h2 { break-after: avoid }
  thead { display: table-header-group }
}
"""


def page(review: Review, labels: Mapping[str, str], laws: Mapping[str, str], language: str) -> str:
    """The page; `labels` and `laws`, the citations by section, are in the `language` of the run."""
    first = review.document_in(language)
    title = f"{labels['title']}: {first.title}"
    return "".join(
        (
            f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="robots" content="noindex">\n',
            f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
            f"<h1>{escape(title)}</h1>\n<p>{escape(labels['intro'])}</p>\n",
            *(f"<p>{escape(line)}</p>\n" for line in heads(review, labels, language)),
            *(part for section in review.sections for part in _section(section, review, labels, laws, language)),
            *_replaced(review, labels),
            *_sign(review, labels),
            "</main>\n</body>\n</html>\n",
        )
    )


def heads(review: Review, labels: Mapping[str, str], language: str) -> Iterator[str]:
    """What identifies the reviewed text: controller, version, and the hashes of facts and words."""
    first = review.document_in(language)
    yield f"{labels['controller']}: {first.controller}"
    yield f"{labels['version']}: {first.version}" + (f" ({first.written_date})" if first.written_date else "")
    if first.draft:
        yield f"{labels['draft']}"
    yield f"{labels['hash']}: {review.version}. {labels['hash-facts']}: {review.facts}. {labels['hash-words']}: " + (
        ", ".join(f"{code} {hash}" for code, hash in review.words.items())
    )


def _section(
    section: ReviewedSection, review: Review, labels: Mapping[str, str], laws: Mapping[str, str], language: str
) -> Iterator[str]:
    title = section.title_in(language)
    yield f'<section aria-labelledby="{section.id}">\n'
    yield f'<h2 id="{section.id}" lang="{tag(title[0])}">{escape(title[1])}</h2>\n'
    if laws[section.id]:
        yield f"<p>{escape(labels['answers'])}: {escape(laws[section.id])}</p>\n"
    yield f'<table>\n<thead><tr><th scope="col" class="facts">{escape(labels["fact"])}</th>'
    yield "".join(f'<th scope="col" lang="{tag(code)}">{escape(own_name(code))}</th>' for code in review.languages)
    yield "</tr></thead>\n<tbody>\n"
    titles = "".join(
        f'<td lang="{tag(code)}"><b>{escape(section.titles.get(code, ""))}</b></td>' for code in review.languages
    )
    yield f'<tr class="entry"><th scope="row">{escape(labels["heading"])}</th>{titles}</tr>\n'
    for row in section.rows:
        yield _row(row, review, labels)
    yield "</tbody>\n</table>\n</section>\n"


def _row(row: Aligned, review: Review, labels: Mapping[str, str]) -> str:
    facts = "<br>".join(escape(fact).replace(".", ".<wbr>") for fact in row.shown_facts)
    kind = next(iter(row.lines.values())).kind
    cells = "".join(_cell(row, code, review, labels) for code in review.languages)
    return f'<tr class="{kind}"><th scope="row" class="fact">{facts or "–"}</th>{cells}</tr>\n'


def _cell(row: Aligned, code: str, review: Review, labels: Mapping[str, str]) -> str:
    line = row.lines.get(code)
    if line is None:
        return f'<td class="missing">{escape(labels["none"])}</td>'
    label = f"<b>{escape(line.label)}</b>" if line.label else ""
    own = "".join(
        f'<span class="own">{escape(labels["own"])}: {escape(word)}</span>'
        for word in review.replaced_in(line.words, code)
    )
    return f'<td lang="{tag(code)}">{label}{escape(line.text)}{own}</td>'


def _replaced(review: Review, labels: Mapping[str, str]) -> Iterator[str]:
    if not review.replaced:
        return
    heads = (labels["fact-word"], labels["language"], labels["own"], labels["standard"])
    yield f"<h2>{escape(labels['replaced'])}</h2>\n<table>\n<thead><tr>"
    narrow = [' class="facts"'] * 2 + [""] * 2
    yield "".join(f'<th scope="col"{css}>{escape(head)}</th>' for css, head in zip(narrow, heads, strict=True))
    yield "</tr></thead>\n<tbody>\n"
    for one in review.replaced:
        lang = f'lang="{tag(one.language)}"'
        yield f'<tr><th scope="row" class="fact">{escape(one.word)}</th><td>{escape(own_name(one.language))}</td>'
        yield f"<td {lang}>{escape(one.own)}</td><td {lang}>{escape(one.standard)}</td></tr>\n"
    yield "</tbody>\n</table>\n"


def _sign(review: Review, labels: Mapping[str, str]) -> Iterator[str]:
    heads = ("language", "name", "date", "signature", "remarks")
    yield f"<h2>{escape(labels['sign'])}</h2>\n<p>{escape(labels['sign-text'])} {review.version}</p>\n"
    yield '<table class="sign">\n'
    yield "<thead><tr>" + "".join(f'<th scope="col">{escape(labels[head])}</th>' for head in heads) + "</tr></thead>\n"
    yield "<tbody>\n"
    for code in review.languages:
        yield f'<tr><th scope="row" lang="{tag(code)}">{escape(own_name(code))}</th>' + "<td></td>" * 4 + "</tr>\n"
    yield "</tbody>\n</table>\n"
