"""Code shown in the documentation is code that is compiled, and local links lead somewhere.

usage: docs.py <root>
Every ```cpp block of README.md and docs/ follows a line `<!-- from: path/to/file.cpp#tag -->` and
equals the lines between `// [tag]` and `// [/tag]` of that file, up to indentation and trailing
blanks. Links to files and to headings must exist. An `error: invalid use of …` in the README is a
line `// gcc 12: …` of a file in tests/errors, where it is held to the compiler.
"""

import re
import sys
import textwrap
from pathlib import Path
from urllib.parse import unquote

FENCE = re.compile(r"^(?P<indent>\s*)(?P<mark>```+|~~~+)\s*(?P<language>[\w+-]*)")
FROM = re.compile(r"^\s*<!--\s*from:\s*(?P<path>[^#\s]+)#(?P<tag>\S+)\s*-->\s*$")
MARKER = re.compile(r"^\s*// \[/?[\w.-]+\]\s*$")
LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
REFERENCE = re.compile(r"^\s*\[[^\]]+\]:\s+<?([^\s>]+)>?", re.MULTILINE)
HTML_LINK = re.compile(r"<(?:a|img)\b[^>]*?\b(?:href|src)=\"([^\"]+)\"")

root = Path(sys.argv[1]).resolve()
problems = []


def same_text(lines):
    """Lines without common indentation, trailing blanks and empty lines at either end."""
    return textwrap.dedent("\n".join(line.rstrip() for line in lines)).strip("\n")


def region(source, tag):
    """The tagged lines of a source file, or None. Markers of other regions are left out."""
    lines = source.read_text(encoding="utf-8").splitlines()
    stripped = [line.strip() for line in lines]
    if stripped.count(f"// [{tag}]") != 1 or stripped.count(f"// [/{tag}]") != 1:
        return None
    first, last = stripped.index(f"// [{tag}]"), stripped.index(f"// [/{tag}]")
    return [line for line in lines[first + 1 : last] if not MARKER.match(line)]


def split_page(lines):
    """Code blocks as (line number, language, line before, lines), and the text around them."""
    blocks, text, before, fence = [], [], "", None
    for number, line in enumerate(lines, 1):
        found = FENCE.match(line)
        if fence is None and found:
            fence, block = found, (number, found["language"], before, [])
        elif fence is not None and line.strip() == fence["mark"]:
            blocks.append(block)
            fence = None
        elif fence is not None:
            block[3].append(line)
            continue
        else:
            text.append(line)
        before = line if line.strip() else before
    return blocks, "\n".join(text), fence is not None


def check_block(number, before, lines):
    """What is wrong with a block of C++, or None."""
    origin = FROM.match(before)
    if not origin:
        return "a cpp block without `<!-- from: file#tag -->` before it"
    source = root / origin["path"]
    if not source.is_file():
        return f"{origin['path']} does not exist"
    wanted = region(source, origin["tag"])
    if wanted is None:
        return f"{origin['path']} has not exactly one region [{origin['tag']}]"
    if same_text(wanted) != same_text(lines):
        return f"differs from {origin['path']}#{origin['tag']}, which reads\n{same_text(wanted)}"
    return None


def anchors(page):
    """The anchors of a page's headings, as the common renderers form them."""
    _, text, _ = split_page(page.read_text(encoding="utf-8").splitlines())
    found, names = [], re.findall(r"<a\s+(?:id|name)=\"([^\"]+)\"", text)
    for heading in re.findall(r"^#{1,6}\s+(.*?)\s*#*$", text, re.MULTILINE):
        heading = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", heading).replace(" ", "-")
        found.append(f"{anchor}-{found.count(anchor)}" if anchor in found else anchor)
    return set(found) | set(names)


def check_link(page, link):
    """What is wrong with a link, or None."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", link, re.IGNORECASE):
        return None
    name, _, anchor = unquote(link).partition("#")
    target = (page.parent / name).resolve() if name else page
    if not target.exists():
        return f"the link {link} leads nowhere"
    if root != target and root not in target.parents:
        return f"the link {link} leaves the repository"
    if anchor and target.suffix == ".md" and anchor not in anchors(target):
        return f"the link {link} names no heading of {target.name}"
    return None


pages = [page for page in (root / "README.md",) if page.is_file()]
pages += sorted((root / "docs").rglob("*.md"))
shown = 0
for page in pages:
    name = page.relative_to(root)
    blocks, text, unclosed = split_page(page.read_text(encoding="utf-8").splitlines())
    if unclosed:
        problems.append(f"{name}: a code block is not closed")
    for number, language, before, lines in blocks:
        if language in ("cpp", "c++", "cxx"):
            shown += 1
            what = check_block(number, before, lines)
            problems += [f"{name}:{number}: {what}"] if what else []
    text = re.sub(r"(`+).*?\1", "", text)
    links = LINK.findall(text) + REFERENCE.findall(text) + HTML_LINK.findall(text)
    problems += [f"{name}: {what}" for what in (check_link(page, link) for link in links) if what]

PINNED = re.compile(r"^// gcc 12: (.+)$", re.MULTILINE)
pinned = set()
for source in (root / "tests/errors").glob("*.cpp"):
    pinned |= set(PINNED.findall(source.read_text(encoding="utf-8")))
SHOWN = re.compile(r"^error: (invalid use of .+)$", re.MULTILINE)
for line in SHOWN.findall((root / "README.md").read_text(encoding="utf-8")):
    problems += [] if line in pinned else [f"README.md: no test pins the error {line}"]

print(*problems, sep="\n")
print(f"{len(pages)} pages, {shown} blocks of C++, {len(problems)} problems")
sys.exit(bool(problems))
