"""Takes the scripts out of the action and the GitLab template, for shellcheck and to be run."""

import pathlib
import sys

import ruamel.yaml

action, template, folder = map(pathlib.Path, sys.argv[1:])
folder.mkdir(parents=True)
yaml = ruamel.yaml.YAML(typ="safe")
steps = yaml.load(action.read_text())["runs"]["steps"]
for number, script in enumerate(step["run"] for step in steps if "run" in step):
    (folder / f"action-{number}.sh").write_text("#!/bin/bash\nset -eo pipefail\n" + script)
job = yaml.load(template.read_text())["claimsheet"]
script = job["script"][0].split("<<'STEPS'\n", 1)[1].rsplit("STEPS", 1)[0]
(folder / "gitlab.sh").write_text(script)
