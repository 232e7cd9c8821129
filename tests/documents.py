"""Word documents for tests, written as XML: what Word itself would save."""

from __future__ import annotations

import io
import zipfile

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = (
    f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_DOCUMENT = (
    f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/hyperlink" Target="https://example.org/" '
    'TargetMode="External"/></Relationships>'
)
#: a German Word: the ids are its own, the names are not
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>'
)


def styled(style: str, content: str) -> str:
    """A paragraph of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def run(text: str, formatting: str = "") -> str:
    """A run of text."""
    properties = f"<w:rPr>{formatting}</w:rPr>" if formatting else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def package(body: str, *, space: str = SPACE, start: str = "") -> bytes:
    """A .docx file with this body; ``start`` stands in front of the document's element."""
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{start}<w:document xmlns:w="{space}" '
        f'xmlns:r="{_OFFICE}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    )
    styles = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="{space}">{STYLES}</w:styles>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", _TYPES)
        packed.writestr("_rels/.rels", _PACKAGE)
        packed.writestr("word/document.xml", document)
        packed.writestr("word/_rels/document.xml.rels", _DOCUMENT)
        packed.writestr("word/styles.xml", styles)
    return file.getvalue()


#: a draft with all that Word puts between the characters of a sentence
DRAFT = package(
    styled("Titel", run("Harbour bridge closes"))
    + styled("berschrift1", run("What is known"))
    + "<w:p>"
    + run("The bridge will close on ")
    + run("Thursday", "<w:b/>")
    + run(" for 1", "<w:i/>")
    + '<w:proofErr w:type="spellStart"/>'
    + run("4 we")
    + '<w:bookmarkStart w:id="7" w:name="x"/>'
    + run("eks", "<w:u w:val='single'/>")
    + '<w:bookmarkEnd w:id="7"/>'
    + ", the city said.".join(("<w:r><w:t>", "</w:t></w:r>"))
    + "</w:p>"
    + '<w:p/><w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>'
    + "<w:p>"
    + run("Repairs cost ")
    + '<w:hyperlink r:id="rId2">'
    + run("$73 million")
    + "</w:hyperlink>"
    + '<w:del w:id="1" w:author="e"><w:r><w:delText> or $80 million</w:delText></w:r></w:del>'
    + '<w:ins w:id="2" w:author="e">'
    + run(" in all, of which 20 million is lent")
    + "</w:ins>"
    + "<w:r><w:t>;</w:t><w:tab/><w:t>31 people</w:t><w:br/><w:t>died.</w:t></w:r>"
    + "</w:p>"
    + "<w:tbl><w:tr><w:tc>"
    + f"<w:p>{run('Eleven ferries stand by.')}</w:p>"
    + f"</w:tc></w:tr><w:tr><w:tc><w:p>{run('Dead')}</w:p></w:tc><w:tc>"
    + f"<w:p>{run('31')}</w:p></w:tc></w:tr></w:tbl>"
    + styled("Beschriftung", run("The bridge on Monday"))
)
DRAFT_TEXT = (
    "Harbour bridge closes\n\nWhat is known\n\n"
    "The bridge will close on Thursday for 14 weeks, the city said.\n\n"
    "Repairs cost $73 million in all, of which 20 million is lent;\t31 people\ndied.\n\n"
    "Eleven ferries stand by.\n\nDead | 31\n\nThe bridge on Monday"
)
