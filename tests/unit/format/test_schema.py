"""The schema says of front matter what the reading says of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefing.cli.entry import COMMANDS
from briefing.format.fields import known_fields
from briefing.format.figures import FIGURE
from briefing.format.schema import SHAPES, schema
from briefing.model.known import Kind

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
SAMPLES = [*sorted((ROOT / "briefings").glob("*.md")), *sorted((ROOT / "tests" / "fixtures").rglob("*.md"))]
VALIDATOR = Draft202012Validator(schema())


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: dates are text, and so is `no`."""

    yaml_implicit_resolvers = {  # noqa: RUF012  the shape of the base class
        letter: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in {"int", "float", "null"}]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def front_matter(text: str) -> Any:
    """The front matter of a file, as an editor has it."""
    return yaml.load(text.split("---\n")[1], Editor)  # noqa: S506  a safe loader


def faults(front: str) -> list[str]:
    """The keys that an editor marks."""
    return sorted({str(fault.absolute_path[0]) for fault in VALIDATOR.iter_errors(yaml.load(front, Editor))})  # noqa: S506  a safe loader


def test_the_hook_for_commits_runs_a_command_that_there_is() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, command = hook["entry"].split()
    assert (program, command in COMMANDS, hook["types"]) == ("briefing", True, ["markdown"])


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_it_has_every_field_with_all_its_names_and_every_kind() -> None:
    names = {name for field, _, aliases in known_fields() for name in (field, *aliases)}
    properties = schema()["properties"]
    assert isinstance(properties, dict)
    assert set(properties) == names
    assert set(SHAPES) == set(Kind)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_is_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    front = front_matter(text) if text.startswith("---\n") else {}
    assert [fault.message for fault in VALIDATOR.iter_errors(front)] == []


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL), ids=lambda text: text[:20])
def test_every_example_of_the_page_is_valid(example: str) -> None:
    for one in re.split(r"^(?=[a-z])", example, flags=re.MULTILINE):
        assert not one.strip() or faults(one) == []


@pytest.mark.parametrize(
    "front",
    [
        "tlp: ORANGE",
        "estimative: kent",
        "confidence: 85%",
        "id: a b",
        "sources: [{name: A, grade: G7}]",
        "date: [2024, 7]",
        "figures: [{value: 5, quote: {exact: [a]}}]",
        "takeaways: [{text: [a]}]",
        "byline: [{name: [a]}]",
        "subtitle: {a: b}",
    ],
)
def test_what_cannot_be_read_is_marked(front: str) -> None:
    assert faults(front) == [front.partition(":")[0]]


@pytest.mark.parametrize(
    "front",
    [
        "tlp: TLP:green",
        "tlp: amber+strict",
        "estimative: ICD203",
        "confidence: {level: High, basis: two sources}",
        "title: 2024",
        "title: no",
        "figures: [30,000 troops: expected]",
        "figures: {Troops: over 30,000}",
        "figures: [{value: dozens, low: 3, status: my own, series: {2024: 3, 2025: 4}}]",
        "sources: {gur: {name: GUR, grade: B2}}",
        "related: [[Sudan 12]]",
        "source: https://example.org",
        "source: [A, {name: B}]",
        "my own: [1, 2]",
        "asOf: 2024-07",
    ],
)
def test_what_can_be_read_is_not_marked(front: str) -> None:
    assert faults(front) == []


def test_the_long_form_of_a_figure_is_completed() -> None:
    figure = str(SHAPES[Kind.FIGURES])
    assert all(f"'{key}'" in figure for key in FIGURE)
