"""Takes the YAML examples out of a page: workflows of GitHub, configurations of GitLab and pre-commit."""

import pathlib
import re
import sys
import textwrap

page, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
folder.mkdir(parents=True)
blocks = re.findall(r"^( *)```yaml\n(.*?)^\1```", page.read_text(), re.DOTALL | re.MULTILINE)
found = {}
for _, block in blocks:
    block = textwrap.dedent(block)
    kind = "workflow" if "\njobs:" in block else "hooks" if block.startswith("repos:") else "gitlab"
    found[kind] = found.get(kind, 0) + 1
    (folder / f"{kind}-{found[kind]}.yml").write_text(block)
assert set(found) == {"workflow", "hooks", "gitlab"}, found
