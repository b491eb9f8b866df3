//! A yes: the job is offered, or the paper that says so is on its way.

use super::Row;

/// What is offered beside jobs, and to whom else.
const NO_JOB: &str = r"(?:give|offer) you (?:an?|the|our|some|any|my) (?:\w+ )?(?:{news}|idea|sense|heads-?up|number|call|ring|shout)|(?:offer(?:ing)?|give|giving|make|extend|book|arrange|like|love|want|happy) (?:you )?(?:to )?(?:an? |the |some |another |further |second |more |any |our |this )*(?:\w+ )?(?:interview|call|slot|chat|feedback|opportunity to|chance to|time\b|update|conversation|tour|advice|extension|meeting|discount|coffee|lunch)|talent (?:community|pool|network)|newsletter|open (?:house|day)|webinar|decide (?:on|about) an offer|whether (?:\w+ ){0,4}offer|(?:not|n't|no) (?:be )?(?:\w+ )?(?:able to |in a position to )?offer|individual feedback|join (?:us|the) (?:for|on|via|at)|joining (?:the call|the meeting|link)|offers? (?:from (?:another|other|a different)|elsewhere)|other offer|offer (?:\w+ )?to {others}|to (?:interview|meet|discuss|talk)\b.{0,20}before";

pub(super) const CUES: &[Row] = &[
    (
        9,
        r"{glad} (?:\w+ ){0,3}?to (?:be able to |formally |officially |now |also |verbally )*(?:offer|extend|make|present|give) (?:to )?(?:you|the role to you)",
        NO_JOB,
    ),
    (
        9,
        r"(?:extend|mak|send|present|put|prepar)\w*(?: together)? (?:you )?(?:an|our|the|a|this) (?:\w+ ){0,3}offer (?:of \w+ )?(?:to|for) you|(?:pleasure|delight) (?:of offering|in offering|to offer) you|(?:are|'re|is|be|am|'m) (?:\w+ )?offering you|offer you (?:the|a|this|our|employment|an?) (?:[\w-]+ ){0,6}{role}|{glad} (?:to )?make (?:you )?an offer|mak(?:e|ing) you an? (?:\w+ )?offer",
        NO_JOB,
    ),
    (
        9,
        r"offer (?:of employment|letter)|letter of (?:offer|appointment)|(?:employment|conditional|unconditional|formal|job|written|revised|verbal|official|improved|updated|signed) (?:job )?(?:offer|contract)|contract of employment|^(?:(?:your|the|our|job|subject) )*offer:|(?:roll\w* out|releas\w*|send\w*|issu\w*|draft\w*|prepar\w*|shar\w*|get\w*|putting|put) (?:\w+ )?(?:the|your|an|our) (?:\w+ )?(?:offer|appointment letter)|cleared all",
        NO_JOB,
    ),
    (
        8,
        r"(?:this|our|the|your|attached|my|an) (?:\w+ )?offer\b(?: \w+){0,3}? (?:is|are|remains?|stands|will|expires?|includes|comes|lapses|attached|valid|good|subject|follows?)|offer attached|offer (?:i|we|they|hr) (?:sent|made|emailed|mailed|shared|gave)|an? offer (?:over )?to you|if you (?:\w+ ){0,3}questions (?:\w+ ){0,3}offer|talk (?:numbers|money|terms)|(?:proposed|contractual|employment) terms|terms of (?:employment|appointment)|they wish to proceed|attached offer",
        NO_JOB,
    ),
    (
        8,
        r"(?:decide|decision|think|mind|consider|accept|deadline|sign|extend|answer|respond|reply)\w* (?:\w+ ){0,4}?(?:our|the|your|this|my) (?:\w+ )?offer\b",
        r"accepted|{others}|talent community",
    ),
    (
        9,
        r"you(?: are|'re| were|'ve been| have been| be)? (?:\w+ ){0,3}(?:the |our )?(?:successful|preferred|first|top|number one|chosen|unanimous|favou?rite|selected) (?:candidate|choice|applicant|pick)|(?:chosen|selected|picked|decided on|go with|going with|hire|hiring) you (?:for|as|to (?:join|fill))|you(?:'ve| have) been (?:chosen|selected|appointed|successful) (?:for|to|as|in) (?:the|this|our|a|your)? ?(?:fill )?(?:\w+ ){0,3}?(?:{role}|application)",
        r"interview|next (?:round|stage|step)|only|not|if",
    ),
    (
        8,
        r"(?:{glad}|mad not|crazy not|silly not|thrilled|look(?:ing)? forward|can't wait|for|be)(?: \w+){0,4}? (?:hire you|have(?:ing)? you (?:join|on board|aboard|on the team|start|with us|as|in the team)|(?:you )?(?:to )?join(?:ing|ed)? (?:us|the|our)|you to (?:join|come and work|be part)|bring you (?:on|aboard)|welcom(?:e|ing) you|work(?:ing)? with you|you (?:on|aboard|as our))\b",
        r"call\b|interview|coffee|lunch|talent|open (?:house|day)|webinar|meet\b|meeting|zoom|process|session|whether|newsletter|if (?:it|they|he|she) |to the (?:interview|final|assessment)|community|assessment|\bon (?:the )?(?:\d|mon|tue|wed|thu|fri)|at our|in our office",
    ),
    (
        8,
        r"wants? you(?:[.!,]|$| (?:on|in the team|in|to (?:join|start|be part))\b)|if you (?:joined|would join|accepted|came on board)",
        r"call\b|interview|meet\b|back\b|round|office|still want",
    ),
    (
        9,
        r"(?:job|role|position|post|it|gig) is yours|(?:got|landed) the (?:job|role|position|gig)|you(?:'ve| have)? got it\b|you(?:'re| are) (?:hired|in!)|(?:welcome|welcoming) (?:you )?(?:aboard|on ?board|to the (?:team|family|company|firm))",
        r"{not} got",
    ),
    (
        8,
        r"your contract\b|contract (?:[\w']+ ){0,5}(?:sign\w*|inbox|attached|posted|sent|post|email|way|follow\w*|over|ready|drawn)|(?:sign|return|enclos|attach|send)\w* (?:\w+ ){0,5}(?:contract|offer|signed copy|agreement)\b|paperwork\b",
        r"background|screening|case|your contract with|current|non-disclosure|nda\b|consent",
    ),
    (
        5,
        r"(?:base|salary|comp|compensation|package|rate|pay|start\w*)(?: \w+){0,4}? [€$£]?\d{2}|[€$£] ?\d{2,3}(?:k\b|,\d{3}|\.\d{3})|\d{2,3}(?:k\b|,\d{3} (?:a|per|eur|usd|gbp|gross|euros?))|\d+ ?lpa|equity|stock options",
        r"expect\w*|range|budget|fundrais|raised",
    ),
    (
        4,
        r"(?:start(?:ing)? (?:date|day)|first day|{when}? ?start (?:after|on|in|from|as soon)|take up (?:duty|post|your))|notice period",
        r"\?",
    ),
    (
        4,
        r"congratulations|congrats|docusign",
        r"congrat\w* (?:on|for) (?:the|your) (?:\w+ )?(?:talk|paper|article|post|book|baby|wedding|anniversary|award|launch|race|marathon|promotion|degree|graduation|birthday)",
    ),
    (
        7,
        r"meet you (?:in the middle|half ?way)|(?:get|bring|push)\w* (?:us|you|this|it) over the line|we can (?:go (?:up )?to|do|stretch to|match|offer) (?:\w+ ){0,2}[€$£]?\d|\b\d{2}[,.]\d{3}\b",
        r"expect\w*|range|budget|fundrais|raised|tel\b|phone|we can do (?:\w+ )?\d{1,2}(?:[:.]\d|am|pm| )",
    ),
    (
        7,
        r"(?:yes or no|answer|decision|response|reply|yes|acceptance|thoughts) (?:or no )?from you|your (?:decision|answer|yes|acceptance|signature|response|reply)\b|(?:accept|acceptance|sign-?on|signing bonus)\b|(?:can|could|would) (?:you|u) (?:\w+ )?start\b|start(?:ing)? (?:on )?(?:\w+day|the \d|\d)|say the word|you(?:'re| are) (?:joining|coming aboard|one of us)",
        r"(?:get|have|receive|hear|give you|be|know) (?:\w+ )?(?:your|my|our) (?:decision|answer|response|reply)|interview|survey|invitation|slot|how soon|notice|when could|availab\w+|your (?:reply|response) to (?:our|the) (?:survey|question)|thank|acceptance of terms|accepted (?:\w+ )?(?:another|our)|{others}|privacy|cookies|calendar|nda\b|terms",
    ),
    (6, r"(?:verbal|formal|written|our|an?) offer\b", NO_JOB),
];
