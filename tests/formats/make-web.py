#!/usr/bin/env python3
"""Writes night-ferry.md as web pages, CMS JSON and XML: `python3 make-web.py`, with pandoc and
Chromium on the path. What pandoc makes of the article is put in the wrapping of each system."""

import email.message
import email.policy
import json
import re
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE / "night-ferry.md"
TITLE = "The night ferry that nobody counted"
DATE = "2026-05-18T06:00:00+01:00"
AUTHOR = "Orla Fenwick"


def pandoc(*arguments):
    return subprocess.run(["pandoc", "-f", "markdown-smart", SOURCE, *arguments], check=True, capture_output=True, text=True).stdout


def write(name, text):
    (HERE / f"night-ferry.{name}").write_text(text, encoding="utf-8")


def write_json(name, value, **options):
    write(name, json.dumps(value, **options) + "\n")


html = pandoc("-t", "html5")
html = html.replace('<figcaption aria-hidden="true">', "<figcaption>")
after_title = html.split("</h1>", 1)[1]
# The article without its notes, with plain raised numbers, and the notes.
body, notes = re.split(r'\n(?=<section[^>]*footnotes)', after_title)

write("pandoc.html", pandoc("-s", "-t", "html5", "--metadata", "pagetitle=draft"))

# A page as sites have it: furniture around and between.
paragraphs = re.split(r"(?<=</p>)\n", body)
advert = '<div class="ad-slot"><span>Advertisement</span><p>Garden sheds from £199 until 4 June.</p></div>'
more = '<p><strong>Read more:</strong> <a href="/news/lighthouse">Lighthouse sold for £90,000</a></p>'
paragraphs[4:4] = [advert]
paragraphs[8:8] = [more]
data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
        "datePublished": DATE, "author": {"@type": "Person", "name": AUTHOR}}
page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{TITLE} | Brannay Post</title>
<meta property="og:site_name" content="Brannay Post">
<script type="application/ld+json">{json.dumps(data)}</script>
<style>.x{{display:none}}</style>
<script>document.title = "1,000 readers"; if (1 < 2) {{ console.log("</p>") }}</script>
</head>
<body class="single has-comments">
<div class="cookie-banner" role="dialog"><p>We use 31 cookies.</p><button>Accept</button></div>
<header><a href="/">Brannay Post</a><nav><ul><li><a href="/news">News</a><li><a href="/sport">Sport</a></ul></nav></header>
<main>
<article>
<h1>{TITLE}</h1>
<ul class="share"><li><a href="https://social.example">Share 41</a></ul>
{chr(10).join(paragraphs)}
{notes}
<section class="related"><h2>More from the island</h2><article><h3><a href="/a">Bakery wins 3 medals</a></h3><p>It is the third time in ten years that it has won.</p></article></section>
<div class="newsletter-signup"><p>Join 2,000 readers.</p><form><input name="e"></form></div>
</article>
<section id="comments"><h2>2 comments</h2><p>I counted 200 passengers myself, and nobody asked me.</p></section>
</main>
<aside><h2>Most read</h2><ol><li><a href="/1">Storm closes 4 roads</a></li></ol></aside>
<footer><p>© 2026 Brannay Post, founded in 1891.</p></footer>
</body>
</html>
"""
write("page.html", page)
dumped = subprocess.run(
    ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", (HERE / "night-ferry.page.html").as_uri()],
    check=True, capture_output=True, text=True).stdout
write("chromium.html", dumped)

# The same without elements or data that say what is what: classes only.
plain = re.sub(r"(</?)(main|article|section|nav|aside|header|footer)\b", r"\1div", page)
plain = re.sub(r'<script type="application/ld\+json">.*?</script>', "", plain)
write("divs.html", plain)

# A newsletter: tables in tables, and a text that only the list of mails shows.
cell = '<table role="presentation" width="600" cellpadding="0"><tr><td style="padding:8px">{}</td></tr></table>'
blocks = "".join(f"<tr><td>{cell.format(part)}</td></tr>\n" for part in [f"<h1>{TITLE}</h1>", *re.split(r"\n(?=<h2)", body), notes])
newsletter = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Brannay Post</title></head>
<body style="margin:0">
<div style="display:none;max-height:0;overflow:hidden">Our count of 38,214 tickets, and 5 more stories today.</div>
<table role="presentation" width="100%"><tr><td align="center">
<table width="600">
<tr><td class="nav"><a href="https://post.example/web">View in browser</a></td></tr>
{blocks}<tr><td class="subscribe"><p>You get this mail because you signed up in 2024. <a href="https://post.example/out">Unsubscribe</a></p></td></tr>
</table>
</td></tr></table>
</body></html>
"""
write("newsletter.html", newsletter)
mail = email.message.EmailMessage(policy=email.policy.SMTP)
mail["From"] = "Orla Fenwick <orla@post.example>"
mail["To"] = "desk@post.example"
mail["Subject"] = TITLE
mail["Date"] = "Mon, 18 May 2026 06:00:00 +0100"
mail["Message-ID"] = "<1@post.example>"
mail.set_content("This mail needs a program that shows HTML.")
mail.add_alternative(newsletter, subtype="html", cte="quoted-printable")
mail.set_boundary("=-parts")
(HERE / "night-ferry.eml").write_bytes(mail.as_bytes())

mhtml = email.message.EmailMessage(policy=email.policy.SMTP)
mhtml["From"] = "<Saved by Blink>"
mhtml["Subject"] = "Brannay Post"
mhtml["Date"] = "Tue, 30 Jun 2026 06:00:00 +0100"
mhtml.set_content(page, subtype="html", cte="quoted-printable")
mhtml.make_related(boundary="----MultipartBoundary--x----")
mhtml.add_related((HERE / "quay.png").read_bytes(), "image", "png")
(HERE / "night-ferry.mhtml").write_bytes(mhtml.as_bytes())

# WordPress: as readers see it, and as its editor keeps it.
embedded = {"author": [{"id": 3, "name": AUTHOR}]}
rendered = {"id": 71, "date": "2026-05-18T06:00:00", "date_gmt": "2026-05-18T05:00:00", "slug": "night-ferry", "type": "post",
            "status": "publish", "title": {"rendered": TITLE}, "author": 3, "_embedded": embedded,
            "content": {"rendered": after_title, "protected": False},
            "excerpt": {"rendered": "<p>For eleven years the Brannay crossing reported full decks. Its own tickets tell another story. By Orla Fenwick [&hellip;]</p>\n", "protected": False}}
write_json("wordpress.json", rendered)


def as_blocks(html):
    """Pandoc's HTML as blocks of the WordPress editor."""
    names = {"p": "paragraph", "h2": "heading", "ul": "list", "table": "table", "blockquote": "quote", "figure": "image", "section": "footnotes"}
    out, depth, held = [], 0, []
    for line in html.strip().split("\n"):
        held.append(line)
        depth += len(re.findall(r"<(?:p|h2|ul|table|blockquote|figure|section)\b", line)) - len(re.findall(r"</(?:p|h2|ul|table|blockquote|figure|section)>", line))
        if depth == 0 and any(held):
            block = "\n".join(held).strip()
            name = names.get(re.match(r"<(\w+)", block)[1], "html")
            out.append(f"<!-- wp:{name} -->\n{block}\n<!-- /wp:{name} -->")
            held = []
    return "\n\n".join(out)


raw = dict(rendered, title={"raw": TITLE, "rendered": TITLE}, excerpt={"raw": "", "rendered": "<p>For eleven years</p>"},
           content={"raw": as_blocks(after_title), "rendered": after_title + "<div class=\"sharedaddy\">Share 12</div>", "block_version": 1})
write_json("wordpress-raw.json", [raw], indent=1)

# Superdesk and agencies.
picture = {"type": "picture", "headline": "Quay", "description_text": "The night ferry Kittiwake at Brannay quay on 3 April 2026. Photo: Jon Aske"}
write_json("ninjs13.json", {"guid": "urn:newsml:post.example:71", "uri": "urn:newsml:post.example:71", "version": "3", "type": "text",
           "profile": "article", "headline": TITLE, "slugline": "night ferry", "byline": f"By {AUTHOR}", "pubstatus": "usable",
           "language": "en", "versioncreated": "2026-05-18T05:00:00+0000", "body_html": after_title, "associations": {"featuremedia": picture}})
write_json("ninjs2.json", {"uri": "urn:newsml:post.example:71", "standard": {"name": "ninjs", "version": "2.1"}, "type": "text",
           "versioncreated": "2026-05-18T05:00:00+00:00", "by": AUTHOR,
           "headlines": [{"role": "short", "value": "Night ferry"}, {"role": "main", "value": TITLE}],
           "bodies": [{"role": "main", "contenttype": "text/plain", "value": "See the HTML."},
                      {"role": "main", "contenttype": "text/html", "value": after_title}]}, indent=1)


# Arc: the elements one by one.
def ans_items(html):
    for depth, item in enumerate(re.split(r"<ul>", html)[1:]):
        texts = [{"type": "text", "content": text.strip()} for text in re.findall(r"<li>(.*?)(?=\n*</li>|$)", item, re.S)]
        if depth == 0:
            yield from texts
        else:
            yield {"type": "list", "list_type": "unordered", "items": texts[:1]}
            yield from texts[1:]


def ans_elements(html):
    for block in re.findall(r"<figure>.*?</figure>|<blockquote>.*?</blockquote>|<ul>.*?\n</ul>(?=\n<)|<table.*?</table>|<section.*?</section>|<h2.*?</h2>|<p>.*?</p>", html, re.S):
        tag = re.match(r"<(\w+)", block)[1]
        inner = lambda name: re.search(rf"<{name}[^>]*>(.*?)</{name}>", block, re.S)[1]
        if tag == "p":
            yield {"type": "text", "content": inner("p")}
        elif tag == "h2":
            yield {"type": "header", "level": 2, "content": inner("h2")}
        elif tag == "figure":
            yield {"type": "image", "url": "quay.png", "caption": inner("figcaption")}
        elif tag == "blockquote":
            yield {"type": "quote", "subtype": "blockquote", "content_elements": [{"type": "text", "content": inner("p")}]}
        elif tag == "ul":
            yield {"type": "list", "list_type": "unordered", "items": list(ans_items(block))}
        elif tag == "table":
            rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in re.findall(r"<tr.*?</tr>", block, re.S)]
            cells = [[{"type": "text", "content": cell} for cell in row] for row in rows]
            yield {"type": "table", "header": cells[0], "rows": cells[1:]}
        else:
            yield {"type": "raw_html", "content": block}


elements = list(ans_elements(after_title))
elements[5:5] = [{"type": "interstitial_link", "content": "Lighthouse sold", "url": "https://post.example/lighthouse"}]
write_json("ans.json", {"type": "story", "version": "0.10.9", "_id": "ABCDEF", "canonical_url": "/news/2026/night-ferry/",
           "headlines": {"basic": TITLE, "web": ""}, "subheadlines": {"basic": ""}, "display_date": "2026-05-18T05:00:00Z",
           "credits": {"by": [{"type": "author", "name": AUTHOR}]}, "content_elements": elements})

# Ghost.
ghost = {"id": "5f", "uuid": "5f-71", "title": TITLE, "slug": "night-ferry", "html": after_title, "published_at": "2026-05-18T05:00:00.000Z",
         "authors": [{"name": AUTHOR}], "primary_author": {"name": AUTHOR}, "custom_excerpt": None}
write_json("ghost.json", {"posts": [ghost], "meta": {"pagination": {"total": 1}}})


def xhtml(html):
    return html.replace("&nbsp;", "\u00a0").replace("<br>", "<br/>")


def nitf(html):
    out = re.sub(r'<figure>.*?<figcaption>(.*?)</figcaption>\s*</figure>', r'<media media-type="image"><media-reference source="quay.png"/><media-caption>\1</media-caption></media>', html, flags=re.S)
    out = re.sub(r"</?(blockquote)>", lambda m: m[0].replace("blockquote", "bq"), out)
    out = re.sub(r"<h2[^>]*>", "<hl2>", out).replace("</h2>", "</hl2>")
    return xhtml(out)


write("nitf.xml", f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf>
 <head><title>{TITLE}</title><docdata><date.issue norm="20260518T060000+0100"/></docdata></head>
 <body>
  <body.head>
   <hedline><hl1>{TITLE}</hl1></hedline>
   <byline>By <person>{AUTHOR}</person></byline>
   <dateline><location>BRANNAY</location>, <story.date>18 May</story.date></dateline>
  </body.head>
  <body.content>
{nitf(after_title)}
  </body.content>
 </body>
</nitf>
""")
write("newsml.xml", f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
 <header><sent>2026-05-18T05:00:00Z</sent></header>
 <itemSet>
  <newsItem guid="urn:newsml:post.example:71" version="3" standard="NewsML-G2">
   <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-05-18T05:00:00Z</versionCreated></itemMeta>
   <contentMeta><contentCreated>2026-05-18T04:00:00Z</contentCreated><by>By {AUTHOR}</by><headline>{TITLE}</headline></contentMeta>
   <contentSet>
    <inlineXML contenttype="application/xhtml+xml">
     <html xmlns="http://www.w3.org/1999/xhtml"><head><title>{TITLE}</title></head><body>
{xhtml(after_title)}
     </body></html>
    </inlineXML>
   </contentSet>
  </newsItem>
 </itemSet>
</newsMessage>
""")
