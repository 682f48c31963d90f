"""Every key and value has its place in the file, as an editor counts lines and columns."""

from __future__ import annotations

import pytest

from briefing.format.front import front_matter
from briefing.format.tree import scalars

YAML = """---
title: Größe 👍 "x"
"quoted key": 'quoted'
figures:
  - value: over 30,000
    label: {nested: [é, b]}
  - 字: 字
text: |
  block
copy: &here one
again: *here
empty:
# a comment
last: end
---
"""

BROKEN = """---
title: A: B
figures:
→- value: > 5
→  label: x
byline:
  name: A
→role: B
list:
- @a
- b
last: end
---
"""

TOML = """+++
title = "A"
tags = ["a", "b"]
text = '''
weight = "not a key"
'''
weight = 2
[params]
  author = "B"
[[figures]]
value = 1
[[figures]]
value = 2
+++
"""

JSON = """{"title": "A",
  "list": ["é", {"k": 1}]
}
"""

LINES = """Title: A
Date:   2025

"""

PANDOC = """% Title
  goes on
% Author
"""

PLACES = {
    "yaml": (
        YAML,
        (
            "title 2:1 2:8, quoted key 3:1 3:15, figures 4:1, figures[0].value 5:5 5:12, figures[0].label 6:5, "
            "figures[0].label.nested 6:13, figures[0].label.nested[0] 6:22, figures[0].label.nested[1] 6:25, "
            "figures[1].字 7:5 7:8, text 8:1 8:7, copy 10:1 10:7, again 11:1 10:7, empty 12:1 12:7, last 14:1 14:7"
        ),
    ),
    "broken yaml": (
        BROKEN,
        (
            "title 2:1 2:8, figures 3:1, figures[0].value 4:4 4:11, figures[0].label 5:4 5:11, byline 6:1, "
            "byline.name 7:3 7:9, byline.role 8:2 8:8, list 9:1, list[0] 10:3, list[1] 11:3, last 12:1 12:7"
        ),
    ),
    "toml": (
        TOML,
        (
            "title 2:1 2:9, tags 3:1, tags[0] 3:8, tags[1] 3:8, text 4:1 4:8, weight 7:1 7:10, params 8:1, "
            "params.author 9:1 9:12, figures 10:1, figures[0].value 11:1 11:9, figures[1].value 13:1 13:9"
        ),
    ),
    "json": (JSON, "title 1:2 1:11, list 2:3, list[0] 2:12, list[1].k 2:18 2:23"),
    "lines": (LINES, "Title 1:1 1:8, Date 2:1 2:9"),
    "pandoc": (PANDOC, "title 1:3 1:3, author 3:3 3:3"),
}


@pytest.mark.parametrize("notation", PLACES)
def test_keys_and_values_are_where_they_are_written(notation: str) -> None:
    file, expected = PLACES[notation]
    front = front_matter(file.replace("→", "\t"))
    assert front.mapping is not None
    places: dict[str, list[str]] = {}
    for path, scalar in scalars(front.mapping):
        places.setdefault(path, []).append(f"{scalar.at.line}:{scalar.at.column}")
    assert ", ".join(f"{path} {' '.join(found)}" for path, found in places.items()) == expected
