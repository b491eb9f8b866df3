//! An invitation to talk, or the arrangements of one.

use super::Row;

/// Other people's interviews, those that are over, and what is no interview.
const NONE: &str = r"(?:other|remaining|all|last|more|these|final|few) (?:\w+ )?(?:candidates?|applicants?|people|interviewees|interviews)|(?:more|other|remaining) (?:\w+ )?rounds|\b(?:assignment|challenge|exercise|take-home|questionnaire|case study|survey|talent (?:pool|community)|newsletter|webinar|open (?:house|day|evening)|onboarding|the offer|your offer|contract)\b|(?:in (?:the|your) future|future (?:roles|openings|opportunities)|at some point|down the (?:road|line)|should anything)|to (?:re-?)?apply|if (?:your|you're|you are|we (?:decide|proceed|move)|there is|there's|shortlisted|selected|successful)|(?:cancel|call(?:ed)? off|postpon)\w*|(?:am|is|are|was) (?:away|on leave|out of)|not (?:be )?(?:shortlisted|selected|inviting|invited)|(?:committee|board|panel|team|leadership|council) (?:\w+ ){0,2}(?:meets?|meeting)\b|by which time|listen in|tune in|in case you|keynote|conference|unable to (?:see|meet)";

pub(super) const CUES: &[Row] = &[
    (
        8,
        r"(?:schedul|arrang|book|invit|organi[sz]|reschedul|confirm|propos|suggest)\w*|set(?:ting)? (?:up|aside)|line up|find (?:a|some)? ?time|join us|com(?:e|ing) in\b|have you (?:in|back|over|meet)|(?:bring|brought|mov|push|shift)\w* (?:\w+[' ’]s? ?){0,4}(?:interview|call|chat|meeting)|next (?:step|stage|round)s? (?:is|will be|would be)|ready for|do(?:ing)? an? (?:\w+ ){0,2}(?:call|chat|interview|zoom)|hop(?:ping)? on|jump(?:ing)? on|get(?:ting)? on|open to|up for|fancy|let's|shall we|how about|time for|minutes? (?:for|to)|free for|offer(?:ing)? you an?|bring(?:ing)? you (?:in|on-?site|over|out|back)|grab an?|have an? (?:\w+ ){0,2}(?:call|chat|conversation|interview) & {meeting}",
        NONE,
    ),
    (
        9,
        r"(?:are|be|is|were|you're|when) (?:you|u) (?:\w+ )?(?:available|free|around)\b|(?:you'd|you would|you are|you're|you will|you'll) be (?:\w+ )?(?:available|free)|your (?:\w+ )?(?:availabilit\w+|calendar|diary|schedule)|(?:times?|days?|dates?|slots?) (?:\w+ ){0,3}?(?:that |you |would |might |is |are |which |will |best )*(?:works?|suits?|convenient|available)",
        r"if (?:your|selected|successful)|start date|no longer",
    ),
    (
        8,
        r"(?:can|could|would|will|does|do|might|if|whether|let me know if|hope|how|what|which|when)\b.{0,70}\b(?:works?|suits?|be (?:possible|convenient|ok|okay|good)|fit)(?: \w+){0,3} ?(?:you|u|your)\b|(?:do|does|would|will|could|is|are) (?:either|any|one|some|those|these|that|this|it|both)\b.{0,40}\b(?:works?|suits?|ok|okay|convenient|possible)\b|(?:mind|ok|okay|possible|alright|chance) (?:\w+ ){0,2}(?:if )?we (?:could |can )?(?:brought|bring|moved?|push(?:ed)?|shift(?:ed)?|made|make|did|do|met|meet|spoke|speak|talk(?:ed)?)|works? best|(?:what|which) (?:\w+ )?(?:time|day|slot)|(?:does|do|would|will|can|could) .{0,40}\b(?:{weekday}|tomorrow|tmrw)\b.{0,30}(?:works?|suits?)\b",
        NONE,
    ),
    (
        8,
        r"(?:can|could|would|shall|should|may|might) (?:you|u|we|i) (?:\w+ ){0,3}?(?:do|manage|attend|make|come|join|meet|speak|talk|chat|jump|hop|have|see|visit|attend)\b & {meeting}|{weekday}|tomorrow|tmrw|office|\d ?(?:am|pm)|\d{1,2}[./]\d{1,2}|\d:\d\d|this week|next week|when",
        NONE,
    ),
    (
        8,
        r"(?:time\s?slots?|slots?|openings|windows?|times)\b & (?:\d|pick|choose|book|select|send|share|offer|following|three|some|few|have|which|monday)",
        r"hours of|several times|at all times|new york times",
    ),
    (
        8,
        r"{glad} (?:\w+ ){0,3}?to (?:\w+ )?(?:(?:meet|speak|talk|chat|catch up)(?: to| with)? (?:you|in person|again|further|over|on|about|this|tomorrow|next|and|{weekday})|interview you|see you|catch up|get to know|get together|sit down|discuss|continue|have an? (?:\w+ )?(?:chat|call|conversation)|move (?:you )?(?:forward|on|ahead) to|tak\w* (?:you|this|things) (?:forward|further)|(?:share|give|discuss) (?:\w+ ){0,3}(?:in|on|over|by) (?:an? )?(?:\w+ )?(?:call|phone|telephone)|say (?:hello|hi)|pick your brain|have (?:a|another|one more) (?:\w+ )?(?:chat|talk|coffee|call))",
        r"(?:was|been|is|so|really) (?:an? )?(?:\w+ )?(?:pleasure|great|good|lovely|nice)|(?:pleasure|great|good|nice|lovely|glad) to (?:finally )?(?:meet|speak|talk|chat|see|catch)|newsletter|webinar|{others}(?: \w+){0,2} (?:before|first)|(?:in (?:the|your) future|future (?:roles|openings|opportunities)|at some point|down the (?:road|line)|should anything)|if (?:your|shortlisted|selected|successful)",
    ),
    (
        8,
        r"(?:will|to|is going to|would) interview you|(?:call|ring|phone|contact|email) you(?: \w+){0,8}? (?:for an?|to (?:arrange|schedule|set up|book|fix|agree)) (?:\w+ ){0,3}{meeting}|(?:you|your (?:\w+ )?(?:profile|application|cv)|candidates?) (?:\w+ ){0,4}?(?:shortlisted|short-listed|selected|invited|passed|through|progressed|made it)(?: \w+){0,4}? (?:to|for|into|the|past|stage|through)\b.{0,40}(?:interview|stage|round|step|screening|phase|final|assessment cent)|(?:been|are|were) (?:\w+ )?short-?listed|interviews? (?:will|are to|shall) (?:\w+ )?(?:be held|take place|be conducted)",
        r"not (?:been |be )?|if you|were not|only",
    ),
    (
        8,
        r"(?:mov|progress|advanc|tak|invit|proceed|put|bring|go|see|want|pass|like)\w* (?:\w+ ){0,6}?{next} (?:\w+ )?(?:round|stage|step|interview|phase|conversation|level|loop)\b|(?:you|u) (?:\w+ )?(?:back|in) (?:\w+ )?(?:for|to)\b.{0,30}(?:round|interview|chat|stage|meet)|(?:back|in) for (?:a |the )?(?:\w+ )?(?:round|interview)",
        NONE,
    ),
    (
        8,
        r"(?:interview|{next} (?:round|stage)|call|meeting|conversation|session|chat|screen)\b.{0,60}\b(?:is|has been|will be|was) (?:now )?(?:being )?(?:scheduled|booked|confirmed|moved|set|arranged|rescheduled|held|fixed|planned|on|at|with|via)\b",
        r"(?:other|remaining|all|last|final) (?:\w+ )?(?:candidates?|interviews)|cancel\w*|thank|decision|feedback|internal|team meeting|committee|board",
    ),
    (
        8,
        r"(?:event(?: type)?|invitation|subject|what|updated invitation|appointment|new event)\b ?: ?.{0,80}(?:interview|call\b|chat|meeting|conversation|screen|discussion|round|<>)",
        r"open (?:house|day|evening)|webinar|meetup|cancel+ed|declined",
    ),
    (
        8,
        r"(?:{weekday}|tomorrow|tmrw|\d{1,2}(?:st|nd|rd|th)|\d ?(?:am|pm))(?: (?:the )?\d\S*)?(?: at [\d:.]+ ?(?:am|pm|h)?)? (?:it is|works|suits|is (?:fine|good|perfect|great))\b",
        r"decision|answer|deadline|start",
    ),
    (
        6,
        r"(?:calendar|meeting|zoom|teams) (?:invite|invitation|entry|link) (?:\w+ ){0,3}(?:way|sent|follows?|attached|shortly|soon|coming)",
        "",
    ),
    (
        8,
        r"(?:unable|not able|cannot|can't) (?:to )?(?:see|meet|receive|interview|speak (?:to|with)) you",
        "",
    ),
    (
        7,
        r"^(?:please |just |do )?(?:ring|call|phone|buzz) (?:me|us)\b|(?:ring|call|phone|text) (?:me|us) back",
        r"questions|if you|accept|congrat|offer",
    ),
    (
        7,
        r"(?:could|can|would|please) (?:you )?(?:\w+ )?(?:ring|call|phone|give (?:me|us) a (?:ring|call|bell|buzz|shout))\b",
        r"questions|if you|accept|congrat|offer",
    ),
    // A day with an hour, as a plain word and as a question.
    (
        7,
        r"(?:{weekday}|tomorrow|tmrw|\d{1,2}(?:st|nd|rd|th)|\d{1,2}\.? (?:nov|dec|jan|feb)\w*)\b[^.?!]{0,30}(?:\b\d{1,2} ?(?:am|pm|uhr|o'clock|hrs)\b|\d[:.]\d\d|\bnoon\b)",
        r"by\b|before|until|deadline|expire\w*|no later|latest|close|{news}|respon[ds]\w*|{please} (?:send|share|complete|return|sign)|open\b|office hours|register",
    ),
    (
        5,
        r"(?:{weekday}|tomorrow|tmrw|this week|next week) & [^.!]*\?",
        r"{please} (?:send|share|complete|return|sign)|decision|answer|offer|start\b",
    ),
    (
        8,
        r"(?:have|got|spare|find) (?:\w+ ){0,3}(?:minutes?|mins?|a moment|a sec|half an hour|quarter of an hour)\b & {when}|\?",
        r"{please} (?:send|share|complete|return|sign)|not have|haven't",
    ),
    (
        8,
        r"(?:{weekday}|tomorrow|tmrw|today|\d{1,2}(?:st|nd|rd|th)|\d{1,2} \w{3,9}) & (?:\d ?(?:am|pm|h|uhr|o'clock)\b|\d[:.]\d\d|noon\b|morning|afternoon|lunchtime|at \d) & [^.!]*\?",
        r"start\b|{please} (?:send|share|complete|return|sign)|decision|answer|confirm (?:receipt|your acceptance)|offer",
    ),
    (
        6,
        r"(?:report to|reception|arrive|come to (?:our|us|the (?:office|school|shop|store|site|studio|reception|building))|bring (?:your|an?|some) (?:id|passport|laptop|portfolio)|bring id|gate|dress code) & (?:{when}|interview|office)",
        r"first day|start|contract",
    ),
    // Called off, or with a machine: who has to do with one must look.
    (
        8,
        r"(?:cancel|call(?:ed)? off)\w*(?: \w+){0,4} interview|(?:on-?demand|one-?way|pre-?recorded|recorded|asynchronous) (?:video )?interview",
        "",
    ),
    (
        5,
        r"(?:interview\b|\d ?(?:am|pm)\b|{weekday} at \d|noon) & {when}",
        r"{others}|candidates|{news}|thank|{please}|before|deadline|expires?|close|interviews|feedback|open\b|contract|start",
    ),
    (
        5,
        r"(?:join|zoom|teams|meet|video|dial-in|meeting)\b(?: \w+){0,3} (?:link|invite|invitation|details|call)|^(?:when|date|date and time|event date/time|time|venue|mode|location|where)\b ?:",
        NONE,
    ),
    (
        7,
        r"(?:see you|look(?:ing)? forward to (?:meeting|seeing|speaking (?:to|with)|talking (?:to|with)|our) ?(?:you)?|speak to you|talk to you|speak soon|talk soon|catch you|call on|our call|our chat|our meeting) (?:\w+ ){0,3}?(?:on|next|tomorrow|tmrw|this|{weekday})\b|(?:{weekday}|tomorrow) (?:at \d+ )?(?:it is|works)|works (?:well )?(?:on|for|at) (?:our end|my end|us|me)|talk then|see you then|confirming (?:our|your|the)",
        r"thank|enjoyed|decision|{news}|good to|great to|nice to|onboarding|first day",
    ),
    (
        5,
        r"(?:next|second|third|final|further|technical|another|on-?site|panel) (?:round|stage|interview|conversation|call)|meet the (?:team|crew|rest)|you (?:\w+ ){0,2}(?:meet|speak|talk|chat) (?:with|to) (?:our|the|my)",
        NONE,
    ),
];
