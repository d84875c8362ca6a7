"""What it costs to take the text out of a web page.

The page is made as those of municipalities are: some 48 kB of markup around 5 kB
of text.  Half of it is what no reader sees (styles, scripts, data for search
engines, icons), and most of the rest is the site's own: a question of cookies, a
menu in two levels, crumbs of the way to the page, a menu beside the text, news,
and a footer.  Elements have classes and ids of their own, as systems write them.
"""

from __future__ import annotations

import json

import trafilatura

from benchmarks import Sides, row, timed
from medborgarloften.reading.formats.html import extract_html

_ICON = '<svg viewBox="0 0 24 24"><path d="M12 2L2 7l10 5 10-5-10-5z"/></svg>'
_STYLE = "".join(
    f".sv-skin .sv-layout-{number} > .block{{margin:0 0 {number}px;color:#1a1a1a}}"
    for number in range(90)
)
_SCRIPT = "".join(
    f'window.app=window.app||[];app.push({{"id":"4.{number}a","v":{number}}});'
    for number in range(120)
)
_HEAD = "".join(
    f'<link rel="stylesheet" href="/assets/{number}.css">'
    f'<meta name="field.{number}" content="value {number}">'
    for number in range(12)
)
_DATA = json.dumps(
    {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Medborgarlöfte 2024",
        "dateModified": "2024-03-01",
        "publisher": {"@type": "Organization", "name": "Ekby kommun"},
    }
)
_COOKIES = """<div id="cookie-dialog" class="cookie-box" role="dialog">
<h2>Vi använder kakor</h2><p>Vi använder kakor för att webbplatsen ska fungera.
Du kan läsa mer om hur vi gör.</p><button class="btn" type="button">Godkänn</button>
<button class="btn" type="button">Bara nödvändiga</button></div>"""
_MENU = "".join(
    f"""<li class="menu-item has-children"><a class="menu-link" href="/amne{number}">
    <span class="text">Ämne {number}</span>{_ICON}</a><ul class="sub-menu">"""
    + "".join(
        f'<li class="menu-item"><a href="/amne{number}/sida{each}">Sida {each}</a></li>'
        for each in range(12)
    )
    + "</ul></li>"
    for number in range(10)
)
_CRUMBS = "".join(
    f'<li class="crumb"><a href="/{number}">Nivå {number}</a></li>'
    for number in range(4)
)
_BESIDE = "".join(
    f'<li class="node"><a class="node-link" href="/n/{number}">Undersida</a></li>'
    for number in range(16)
)
_PROMISES = "".join(
    f"""
    <div class="sv-vertical sv-layout"><div class="sv-text-portlet" id="svid_{number}">
    <div class="sv-text-portlet-content"><h2 class="subheading" id="h-{number}">
    Fokusområde {number}</h2>
    <p class="normal">Många upplever otrygghet på plats {number}, särskilt <em>kvällar
    och helger</em> när få andra är ute och det är långt till närmaste öppna lokal.
    Det visar både trygghetsmätningen och de samtal som förts under året.</p>
    <ul class="list">
      <li>Polisen lovar att genomföra minst {number + 2} kontroller i månaden.</li>
      <li>Kommunen ska <strong>se över belysningen</strong> längs gång- och cykelvägar.
        <ul><li>före höstens mörker</li><li>tillsammans med boende</li></ul></li>
    </ul>
    <p class="normal">Läs <a href="/plan/{number}.pdf">handlingsplanen</a> eller
    <a href="/kontakt">hör av dig</a>.</p></div></div></div>"""
    for number in range(11)
)
_NEWS = "".join(
    f"""<div class="teaser"><a class="teaser-link" href="/nyheter/{number}">
    <img class="teaser-image" alt="" src="/images/{number}.jpg"
    srcset="/images/{number}.jpg 1x"><h3 class="teaser-heading">Nyhet {number}</h3></a>
    <p class="teaser-text">Det här har hänt på plats {number}.</p></div>"""
    for number in range(6)
)
_FOOTER = "".join(
    f"""<div class="column"><h2 class="footer-heading">Kontakt {number}</h2>
    <ul class="links">"""
    + "".join(
        f'<li class="item">{_ICON}<a href="/f/{number}/{each}">Länk {each}</a></li>'
        for each in range(8)
    )
    + "</ul></div>"
    for number in range(4)
)
_PAGE = f"""<!DOCTYPE html><html lang="sv" class="no-js"><head><meta charset="utf-8">
<title>Medborgarlöfte 2024 - Ekby kommun</title>
<meta property="article:published_time" content="2024-02-01T09:00:00+01:00">
{_HEAD}<style>{_STYLE}</style><script>{_SCRIPT}</script>
<script type="application/ld+json">{_DATA}</script></head>
<body class="page sv-responsive">{_COOKIES}
<header class="page-header"><a class="logo" href="/">{_ICON} Ekby kommun</a>
<form class="search" action="/sok"><label for="q">Sök</label><input id="q" name="q">
<button type="submit">Sök</button></form>
<nav class="main-menu"><ul class="menu">{_MENU}</ul></nav></header>
<div class="breadcrumbs"><ul>{_CRUMBS}</ul></div>
<div class="columns"><div class="left-column"><ul class="tree">{_BESIDE}</ul></div>
<main id="content" class="main-column"><article class="article">
<h1 class="heading">Medborgarlöfte 2024</h1>{_PROMISES}</article></main></div>
<aside class="news"><h2>Fler nyheter</h2>{_NEWS}</aside>
<footer class="page-footer">{_FOOTER}<p>Ekby kommun, Storgatan 1</p></footer>
<script>{_SCRIPT}</script></body></html>"""


@row("HTML to lines", against="trafilatura.extract", at_most=0.1)
def extracting() -> Sides:
    """Take the text out of a page of a municipality, its lists and links included."""
    return timed(lambda: extract_html(_PAGE)), timed(lambda: trafilatura.extract(_PAGE))
