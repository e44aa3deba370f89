"""Seeds -> digest: the whole story, one pass a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from wenzhai import __version__
from wenzhai.corpus import Corpus
from wenzhai.dataset import data_files
from wenzhai.digest import Options, read_digest
from wenzhai.findings import exit_status, sort_findings
from wenzhai.git import commit_of
from wenzhai.kept import FOLDER_NAME, Kept
from wenzhai.model import Document, Filed, Finding
from wenzhai.publish import publish
from wenzhai.render import render, site_facts
from wenzhai.render.press import open_press
from wenzhai.search import index_files, self_test
from wenzhai.shipped import shipped
from wenzhai.veil import public_view
from wenzhai.write import Written, handwritten, write_documents

Files = Iterator[Document | Filed]
Dress = Callable[[Corpus, Files], Files]


@dataclass(frozen=True, slots=True)
class Project:
    """Where a digest project keeps its parts."""

    root: Path

    @property
    def config_file(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def kept(self) -> Kept:
        """Records of earlier builds."""
        return Kept(self.root / FOLDER_NAME)

    @property
    def templates(self) -> Path:
        """The project's own; else the program's."""
        own = self.root / "templates"
        return own if own.is_dir() else shipped() / "templates"


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build, and where to."""

    project: Project
    seeds: Path
    docs: Path
    site: Path
    reading: Options
    is_strict: bool = False
    has_site: bool = True
    dress: Dress = field(default=lambda _, documents: documents)
    """Has the last word on the documents; a preview marks what changed."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """For the publisher's templates, beside what mkdocs.yml says."""
    say: Callable[[str], None] = field(default=lambda _: None)
    """Told what is being done, in words for a terminal."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came out."""

    corpus: Corpus
    written: Written
    findings: tuple[Finding, ...]
    """Sorted, all of them."""
    is_published: bool
    status: int


def build_digest(plan: Plan) -> Built:
    """Read the seeds, write the Markdown tree, publish the site."""
    plan.say(f"reading {plan.seeds}")
    view = public_view(plan.project.config_file)
    corpus = read_digest([plan.seeds], replace(plan.reading, view=view))
    if plan.reading.kept is not None:
        plan.reading.kept.sweep()
    plan.say(f"writing {plan.docs}")
    written = write_documents(plan.dress(corpus, documents(corpus, plan)), plan.docs)
    findings = [*corpus.all_findings(), *written.findings]
    is_published = False
    if plan.has_site:
        plan.say(f"publishing {plan.site}")
        published = publish(
            plan.docs,
            plan.project.config_file,
            plan.site,
            is_strict=plan.is_strict,
            extra=plan.extra,
        )
        findings += published.findings
        is_published = published.is_replaced
        if is_published:
            plan.say("asking the finished site's search")
            findings += self_test(plan.site, corpus)
    status = exit_status(findings, is_strict=plan.is_strict)
    return Built(corpus, written, sort_findings(findings), is_published, status)


def documents(corpus: Corpus, plan: Plan) -> Files:
    """Every file of the tree that the digest writes."""
    facts = site_facts(plan.project.config_file, __version__, commit_of(plan.project.root))
    templates = plan.project.templates
    press = open_press(templates, facts)
    generated = chain(
        render(corpus, templates, facts),
        index_files(corpus, press),
        data_files(corpus, press),
    )
    names: set[str] = set()
    for document in generated:
        names.add(document.path)
        yield document
    is_elsewhere = plan.docs.resolve() != plan.project.docs.resolve()
    for own in handwritten(plan.project.docs, names):
        names.add(own.path)
        if is_elsewhere:
            yield own
    ours = shipped() / "docs"
    if ours.resolve() != plan.project.docs.resolve():
        yield from handwritten(ours, names)
