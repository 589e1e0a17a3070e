#!/usr/bin/env python3
"""Writes night-ferry.word.docx: the article as Word saves a draft in the middle of editing.

Tracked changes that give the article once they are accepted, a comment of the author's, a caption in
a text box, links as field codes, headings by outline level, symbols, soft hyphens, unbreaking
hyphens, a table of contents, hidden text, a header. Run it in this folder.
"""

import re
import zipfile
from xml.sax.saxutils import escape

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:v="urn:schemas-microsoft-com:vml"')
WHO = 'w:author="Orla Fenwick" w:date="2026-05-12T10:00:00Z"'
DECL = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

lines = open("night-ferry.md", encoding="utf-8").read().split("\n")
notes = dict(re.findall(r"^\[\^(\w+)\]: (.*)$", "\n".join(lines), re.M))
order = []
changes = iter(range(100, 10000))


def t(text):
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def run(text, props="", tag="t"):
    if not text:
        return ""
    props = f"<w:rPr>{props}</w:rPr>" if props else ""
    return f'<w:r w:rsidR="00A1B2C3">{props}<w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def ins(text):
    return f'<w:ins w:id="{next(changes)}" {WHO}>{run(text)}</w:ins>'


def dele(text):
    return f'<w:del w:id="{next(changes)}" {WHO}>{run(text, tag="delText")}</w:del>'


def link(text, url):
    code = f' HYPERLINK "{url}" \\o "open" '
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{run(text, "<w:rStyle w:val=%sHyperlink%s/>" % (chr(34), chr(34)))}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def note(label):
    order.append(label)
    return ('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(order)}"/></w:r>')


def inline(text):
    """Markdown's emphasis, links and notes as runs; some words as tracked changes."""
    out = ""
    for piece in re.split(r"(\*[^*]+\*|\[[^\]^]+\]\([^)]+\)|\[\^\w+\])", text):
        if piece.startswith("[^"):
            out += note(piece[2:-1])
        elif piece.startswith("["):
            words, url = re.match(r"\[([^\]]+)\]\(([^)]+)\)", piece).groups()
            out += link(words, url)
        elif piece.startswith("*"):
            out += run(piece[1:-1], "<w:i/>")
        else:
            out += edited(piece)
    return out


def edited(text):
    """Words that were changed on the way, split runs, soft hyphens where Word would break."""
    for new, old in [("38,214 stubs", "38,000 stubs"), ("£3.4 million", "£4.3 million"), ("112 islanders", "120 islanders")]:
        if new in text:
            before, after = text.split(new, 1)
            return edited(before) + dele(old) + ins(new) + edited(after)
    if "spreadsheet" in text:
        before, after = text.split("spreadsheet", 1)
        return run(before) + "<w:r>" + t("spread") + "<w:softHyphen/>" + t("sheet") + "</w:r>" + run(after + "")
    if "the largest ferry subsidy" in text:
        before, after = text.split("the largest ferry subsidy", 1)
        marked = ('<w:commentRangeStart w:id="7"/>' + run("the largest ferry") + run(" subsidy", "<w:b/>")
                  + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')
        return run(before) + marked + run(after)
    half = len(text) // 2
    return run(text[:half]) + '<w:proofErr w:type="spellStart"/>' + run(text[half:])


def para(content, props=""):
    props = f"<w:pPr>{props}</w:pPr>" if props else ""
    return f'<w:p w:rsidR="00A1B2C3">{props}{content}</w:p>'


def caption(text):
    box = para(inline(text), '<w:pStyle w:val="Beschriftung"/>')
    drawing = ('<w:drawing><wp:anchor><wp:docPr id="1" name="Text Box 1" descr=""/><a:graphic><a:graphicData>'
               f'<wps:wsp><wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx></wps:wsp>'
               '</a:graphicData></a:graphic></wp:anchor></w:drawing>')
    fallback = f'<w:pict><v:shape><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></v:shape></w:pict>'
    return para('<w:r><mc:AlternateContent><mc:Choice Requires="wps">' + drawing + '</mc:Choice><mc:Fallback>'
                + fallback + '</mc:Fallback></mc:AlternateContent></w:r>')


def cell(text):
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{para(run(text))}</w:tc>'


body = ""
rows = []
item = '<w:pStyle w:val="Listenabsatz"/><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="3"/></w:numPr>'
for line in lines:
    if rows and not line.startswith("|"):
        body += "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(
            "<w:tr>" + "".join(cell(text) for text in row) + "</w:tr>" for row in rows) + "</w:tbl>"
        rows = []
    if not line or line.startswith("[^") or line.startswith("|--"):
        continue
    if line.startswith("# "):
        body += para(run(line[2:]), '<w:pStyle w:val="Titel"/>')
        toc = para(run("What the board knew\t1"), '<w:pStyle w:val="Verzeichnis1"/>')
        body += toc
    elif line.startswith("## "):
        body += para(run(line[3:]), '<w:outlineLvl w:val="1"/>')
    elif line.startswith("!["):
        body += caption(line[2:line.index("](")])
    elif line.startswith("> "):
        body += para(inline(line[2:]), '<w:pStyle w:val="Zitat"/>')
    elif line.startswith("    - "):
        body += para(inline(line[6:]), item % 1)
    elif line.startswith("- "):
        body += para(inline(line[2:]), item % 0)
    elif line.startswith("|"):
        rows.append([text.strip() for text in line.strip("|").split("|")])
    elif line.startswith("It is hard to see"):
        # A paragraph that was one with the next, and one that was deleted with its mark.
        first, second = line.split(". ", 1)
        body += para(inline(first + "."), f'<w:rPr><w:del w:id="{next(changes)}" {WHO}/></w:rPr>')
        body += para(inline(" " + second))
        body += para(dele("A last line that is gone."), f'<w:rPr><w:del w:id="{next(changes)}" {WHO}/></w:rPr>')
    elif line.startswith("Nurses"):
        moved = f'<w:moveFrom w:id="{next(changes)}" {WHO}>{run("Nurses once stood here.")}</w:moveFrom>'
        body += para(moved + inline(line) + run("not shown", "<w:vanish/>"))
    else:
        body += para(inline(line))
    body += '<w:p/>' if line.startswith("By ") else ""
body += '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'

styles = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{base}</w:style>'
    for id, name, base in [
        ("Standard", "Normal", ""), ("Titel", "Title", ""), ("Zitat", "Quote", ""), ("Beschriftung", "caption", ""),
        ("Listenabsatz", "List Paragraph", ""), ("Verzeichnis1", "toc 1", ""),
        ("Fu", "footnote text", '<w:basedOn w:val="Standard"/>')])
footnotes = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
for number, label in enumerate(order, 1):
    sign = '<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    footnotes += f'<w:footnote w:id="{number}">{para(sign + inline(notes[label]), "<w:pStyle w:val=%sFu%s/>" % (chr(34), chr(34)))}</w:footnote>'
comments = ('<w:comment w:id="7" w:author="Orla Fenwick" w:initials="OF" w:date="2026-05-12T10:00:00Z"><w:p><w:r>'
            '<w:annotationRef/></w:r>' + run("Table 4 of the ministry’s yearbook") + "</w:p></w:comment>")

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
parts = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>' + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}{kind}+xml"/>' for name, kind in [
            ("document", "document.main"), ("styles", "styles"), ("footnotes", "footnotes"),
            ("comments", "comments"), ("header1", "header")])
    + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{REL}officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    '</Relationships>',
    "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Draft 3 (old title)</dc:title><dc:creator>Orla Fenwick</dc:creator></cp:coreProperties>',
    "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="{id}" Type="{REL}{kind}" Target="{target}.xml"/>' for id, kind, target in [
            ("rId1", "styles", "styles"), ("rId2", "footnotes", "footnotes"), ("rId3", "comments", "comments"), ("rId9", "header", "header1")])
    + "</Relationships>",
    "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
    "word/footnotes.xml": f"<w:footnotes {W}>{footnotes}</w:footnotes>",
    "word/comments.xml": f"<w:comments {W}>{comments}</w:comments>",
    "word/header1.xml": f"<w:hdr {W}>{para(run('DRAFT 9 of 1999, not for publication'))}</w:hdr>",
}
with zipfile.ZipFile("night-ferry.word.docx", "w", zipfile.ZIP_DEFLATED) as out:
    for name, text in parts.items():
        out.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), DECL + text, zipfile.ZIP_DEFLATED)
