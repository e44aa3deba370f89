"""What the paragraphs on either side of a gap tell of."""

from wenzhai.segment import read_blocks
from wenzhai.segment.breaks import read_marks
from wenzhai.segment.clusters import page_likeness
from wenzhai.segment.cuts import find_cuts
from wenzhai.segment.joins import read_page
from wenzhai.segment.sheets import make_sheet

COURT = (
    "法官当庭宣判，被告人获刑三年，并处罚金两万元。",
    "原告的律师说，合议庭采信了这份证据，他们不再上诉。",
    "执行局的干警随后查封了被告名下的房产。",
)
PASTURE = (
    "牧民转场，羊群走了四天，夜里在毡房旁边接了两只羊羔。",
    "草场返青早，养殖户把剪下的羊毛打包，等收购的车来。",
    "兽医骑着马挨家给牛羊打疫苗。",
)


def _marks(*paragraphs: str) -> list[dict[str, float]]:
    page = read_page("\n\n".join(f"\u3000\u3000{text}" for text in paragraphs))
    sheet = make_sheet(page, read_blocks(page).blocks)
    cuts = find_cuts(sheet)
    assert len(cuts) == len(paragraphs) - 1
    return read_marks(sheet, cuts, page_likeness(sheet, cuts))


def test_where_the_subject_changes_both_sides_are_least_near() -> None:
    marks = _marks(*COURT, *PASTURE)
    least = min(range(5), key=lambda k: marks[k]["meaning"])
    assert least == 2
    assert marks[2]["meaning-step"] < 0 < marks[0]["meaning-step"]


def test_steps_are_told_from_what_is_usual_on_the_page() -> None:
    for marks in (_marks(*COURT), _marks(*COURT, *PASTURE)):
        assert abs(sum(row["meaning-step"] for row in marks)) < 1e-9


def test_an_office_with_a_colon_heads_what_follows_on_any_of_its_lines() -> None:
    lines = ("■ 省长回应", "省委副书记、省长李炳军：", "推动工业产业实现新突破")
    page = read_page("\n".join((COURT[0], COURT[1], *lines, PASTURE[0], PASTURE[1])))
    blocks = read_blocks(page).blocks
    sheet = make_sheet(page, blocks)
    shown = [b for b in blocks if b.kind == "display"]
    assert not page.signs[shown[0].lines[0]].is_titled  # told by its second line only
    (points,) = (
        e.points for cut in find_cuts(sheet) for e in cut.evidence if e.rule == "headline-stack"
    )
    assert points == 3.0
