"""A source that revises another one: `with` other settings, texts it will `replace`, content to `insert`."""

import yaml


def read(path):
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "revises" not in source:
        return source
    text = (path.parent / source["revises"]).read_text(encoding="utf-8")
    for old, new in source.get("replace", []):
        if text.count(old) != 1:
            raise SystemExit(f"{path}: “{old}” stands {text.count(old)} times in what is revised")
        text = text.replace(old, new)
    revised = yaml.safe_load(text) | source.get("with", {})
    if insert := source.get("insert"):
        place = revised["content"].index(insert["before"])
        revised["content"][place:place] = insert["content"]
    return revised
