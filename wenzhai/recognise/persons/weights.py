"""How much each sign speaks for a name or against it.

A unit is about a doubling of the odds; the values were set on sentences of our own and
on the tuning pages, and `candidate.ACCEPT` is the sum from which on a name is accepted.
"""

from __future__ import annotations

# Before the name
TITLE_BEFORE = 5.0
AGENT_BEFORE = 4.0
KIN_BEFORE = 2.5
BOUNDARY_BEFORE = 1.0
GOVERNED = 1.0
AGE_BEFORE = 3.0
QUOTED_BEFORE = 2.0
OF_BEFORE = 0.5
PLACE_BEFORE = 1.8
SERVED_BEFORE = 2.2  # 棉纺厂厂长的|洪亮
WORD_BEFORE = -1.0
COUNTED_BEFORE = -5.0  # 卖出8|架琴

# After it
TITLE_AFTER = 4.0
SPEECH_AFTER = 3.0
ACT_AFTER = 1.5
BOUNDARY_AFTER = 0.7
BIOGRAPHY_AFTER = 4.0
APPOSITION_AFTER = 3.0
HOME_AFTER = 2.0
FOR_ONE = 2.0  # 对康文斌来说
WORD_AFTER = -0.5
PLACE_WORD_AFTER = -2.0  # 沙梁上
CUT_WORD_AFTER = -2.5
CUT_GUESS_AFTER = -0.2
STRADDLES = -1.2  # 黎雄合|作: the last character and the next are a common word
JOINER_LAST = -3.5
ADVERB_LAST = -1.5
ADVERB_BEFORE_NOUN = -3.5
VERB_LAST = -7.0  # 曲达紧|了紧
NOUN_AND_VERB = -2.0  # 磨工班|搬到园区
COMPOUND_ALONE = -4.0  # 令狐|万里
CUT_BEFORE_ACT = 0.5  # 王焰|新作主旨报告: 作 follows 王焰新

QUOTED_TERM = -2.0  # “黑珍珠”
BETWEEN_TITLE_AND_SPEECH = 1.5  # 局长向往之介绍
BETWEEN_TITLE_AND_ACT = 0.7

# What the segmenter made of it
SEGMENTER_KNOWS_NAME = 0.5  # its dictionary calls 胡萝卜 and 白皮书 names too
SEGMENTER_KNOWS_SHORT_NAME = -0.5
SEGMENTER_KNOWS_TITLED_NAME = 2.5
SEGMENTER_GUESSES_NAME = 3.0
SEGMENTER_GUESSES_TITLED_NAME = 4.0  # 采药人|黄卜能|坠入: no other word holds the last character
SEGMENTER_CUTS_SO = 1.0
SEGMENTER_GUESSES_SHORT_NAME = 1.8  # 周窝, 种薯
SEGMENTER_GUESSES_TWICE = 1.0
SEGMENTER_RUNS_ON = 3.0
SEGMENTER_TAKES_LAST = 2.5
SEGMENTER_SAYS_LONGER = -1.0
ORDINARY_WORD = -4.5
RARE_WORD = -2.0
RARE_BEGINNING = -0.7
LEFT_ALONE = 1.5  # 黄金|桦|委员: the last character would stand alone
COMMON_BEGINNING = -2.0
WORD_BEGINNING = -1.0  # 毛巾|挂
ORDINARY_BEGINNING = -4.0  # 毛巾|挂, which the segmenter calls a person
ORDINARY_LONGER = -7.0
ORDINARY_GIVEN = -0.7

# The characters of the name
TITLE_AS_GIVEN = -6.0
COURTESY_AS_GIVEN = -12.0
LIKELIHOOD = 0.3  # of a unit of the characters' logarithm, on the mean of the given name
LIKELY_FROM = 0.3
TYPICAL_GIVEN = 0.7
PLAIN_GIVEN = -0.2
ODD_GIVEN = -1.0
FUNCTION_GIVEN = -3.5
NOUN_ENDING = -2.5
PLACE_ENDING = -6.0
PLACE_NAME = -4.0
PLACE_BEGINNING = -3.0  # 吉林小将
WATER_ENDING = -4.0  # 彭溪河, 洪泽湖
PLACE_NAME_AFTER_TITLE = -1.0
COMMON_SURNAME = 0.5
COMPOUND_AFTER_TITLE = 2.0  # 语文教师欧阳过
RARE_SURNAME = -1.0
LIKELY_THROUGHOUT = 0.7
UNKNOWN_SOUND = -2.0  # a character that the names of a people do not have
NAME_LINE = 2.5
SPEAKER_LINE = 2.5  # 温又宁：九月的昼夜温差
AMBIGUOUS_SURNAME = -1.5
AMBIGUOUS_AFTER_TITLE = -0.5
AMBIGUOUS_OF_THREE = -0.5
LONG_GIVEN = 0.8
FUNCTION_WORD = -6.0
NEVER_ALONE = -5.0
VERB_AS_SURNAME = -6.0  # 中医|要|进城

CROSSED_START = -3.0

# Occurrences in the segmenter's dictionary
COMMON = 1000  # occurrences; 安全 in the guess 安全岛 has 3867
RARE = 100  # occurrences in the segmenter's dictionary; 许国 has 26, 文静 74, 高度 6119
