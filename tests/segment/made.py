"""Pages and units made for tests."""

from __future__ import annotations

from wenzhai.segment.units import Start, Unit

TORN = """农科员金桂兰下田
这天一早，农科员金桂兰和她的徒弟
背着药箱，从青石镇出发，去看望住
在山那边的种粮大户。她说，今年的水
澄江龙舟赛端午开锣
端午这天，龙舟赛在澄江边开锣，一百
二十名桨手分坐六条龙舟，鼓点一声比
一声急。岸上的老人说，这条江十年没
稻长得好，全靠大家肯下力气。金桂兰
在水稻田里一待就是三十年。
有这么热闹过了，往后年年都要赛龙舟，
让鼓声一直响下去。"""
"""Two articles whose columns cut across each other."""
NEWS = """青石县扎实推进农村饮水提升工程
八千户山里人家
喝上了放心自来水
本报讯（记者 马青禾）8月3日，青石县举行
农村饮水提升工程通水仪式。至此，全县九个
乡镇的八千户山里人家喝上了放心自来水。
“以前挑一担水要走三里山路。”柳树乡村民田
老根说，现在拧开龙头就有水。
本版编辑：石磊"""
"""An article whose headline stands on two lines below its kicker."""


def unit(number: int, *, is_text: bool = True, new: float = 0.0, start: Start = "nothing") -> Unit:
    return Unit(
        block=number,
        is_text=is_text,
        place=number,
        size=10,
        start=start,
        new=new,
        is_signed=False,
        is_closed=True,
        is_spoken=False,
        is_own=None,
        width=None,
        is_sub=False,
        is_crosshead=False,
        is_head=not is_text,
    )
