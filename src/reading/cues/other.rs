//! Nothing about the candidacy: nobody is there, something is asked for, a word of thanks.

use super::Row;

pub(super) const CUES: &[Row] = &[
    (
        9,
        r"out of (?:the )?office|automat(?:ic|ed) (?:reply|response)|auto-?reply|limited access to (?:my )?e-?mail|not checking (?:\w+ )?e-?mail|ooo\b",
        r"do not reply|offer you|decision|panel|member|colleague|manager|he\b|she\b|team",
    ),
    (
        6,
        r"(?:i am|i'm|i'll be|i will be|currently|we are|we're) (?:currently |now |presently )?(?:on (?:annual |parental |maternity |paternity |sick |medical |study )?(?:leave|vacation|holiday)\b|away\b|travell?ing)|(?:when|once|until) i(?:'m| am) back|conference (?:this|all|until|from|next)|patchy|limited (?:access|connectivity)|back (?:in the (?:office|saddle)|at my desk|at work) (?:on|from)",
        r"decision|panel|offer|team",
    ),
    (
        9,
        r"(?:cancel|call(?:ed)? off)\w*(?: \w+){0,4} (?:interview|call|meeting|chat)|(?:interview|call|meeting|chat)\b(?: [\w’']+){0,5} (?:cancel+ed|called off|can't go ahead|cannot go ahead|can't make it)",
        r"reschedule:|need to make changes|if you|cancel:|or reschedule",
    ),
    (
        8,
        r"(?:answer|reply to|respond to|process|deal with) (?:every|all|each) (?:\w+ )?(?:message|enquir\w+|inquir\w+|e?-?mails?|requests?|quer\w+|letter)",
        "",
    ),
    (
        9,
        r"(?:unable|not able|cannot|can't) (?:to )?(?:see|meet|receive|interview|speak (?:to|with)) you",
        r"would|could|instead|\?",
    ),
    (
        7,
        r"{please}(?: [\w'’]+){0,8}? (?:send|share|complete|fill|provide|submit|push|upload|return|forward|email|attach|post|give|confirm|have|do)\w*\b & {thing}",
        r"contract|offer|signed|availab\w+|slots?\b|interview (?:on|at|slot)",
    ),
    (
        7,
        r"take-?home|(?:coding|technical|online|written|skills|aptitude|programming|psychometric|personality) (?:test|exercise|challenge|assessment|task|assignment)|(?:short|small|little|following|brief|attached) (?:\w+ )?(?:test|exercise|challenge|assessment|task|assignment|case)\b|case study|hackerrank|codility|pre-screening|background check|reference check|next (?:step|stage) is an? (?:\w+ )?(?:test|exercise|challenge|assessment|task|assignment)",
        r"thank|loved|reviewed|passed|submitting|submission|completed|discuss|walk us|present\b|going through|based on|you put into|impressed",
    ),
    (
        7,
        r"(?:salary|notice period|expectations?|right to work|visa|work permit|relocat\w+|day rate|current package) & \?|confirm|what|could you|let (?:me|us) know|need|share",
        r"offer you|subject to|we can offer|conditional|contract|successful",
    ),
    (
        8,
        r"open (?:house|day|evening)|webinar|newsletter|job alert|meetup|hackathon|register (?:by|now|here|today|for)|talent (?:community|network|pool)|career fair|new jobs? (?:match|that)|refer a friend",
        r"decided|unfortunately|{others}|regret",
    ),
    (
        7,
        r"(?:i've|i have) (?:\w+ )?left\b|no longer (?:work|with|at)\b|(?:wrong|right) person|meant for (?:some|another)",
        r"get back|in touch|review",
    ),
    (
        6,
        r"took over|taken over|(?:pass(?:ed)?|forward(?:ed)?) (?:it|this|you|that|them|your (?:\w+ )?(?:note|mail|message|cv|email|details|idea)) (?:on|along|to)",
        r"get back|in touch|review",
    ),
    (
        7,
        r"receipts?\b|reimburs\w+|expenses?\b|invoice|refund|bank details|dietary",
        r"interview|receipt of|offer|contract",
    ),
    (
        9,
        r"(?:on-?demand|one-?way|pre-?recorded|recorded|asynchronous|automated) (?:video )?interview|\bnda\b|non-disclosure|sponsorship|is no longer (?:with|at|working)",
        r"reviewed|passed|thank",
    ),
    (
        5,
        r"nothing (?:else |more |further )?(?:is )?(?:needed|required)|no (?:action|need to (?:do|reply))|attached (?:are|is)|link (?:below|attached)|runs out|expir\w+|reminder|nudge|deadline",
        r"(?:put|set|have|nudge) (?:a reminder|them|him|her)|offer|{news}|position|role",
    ),
    (
        3,
        r"(?:nice|great|good|lovely|pleasure|wonderful|enjoyed|glad) (?:it was )?(?:to )?(?:\w+ )?(?:meet|meeting|talk|talking|speak|speaking|chat|chatting|hear|hearing|see|seeing|connect|connecting)|pleasure (?:was )?(?:all )?(?:mine|ours|meeting|speaking|talking|hosting)|thank(?:s| you)(?: \w+){0,3} for (?:your|the|this|sending|sharing|getting in touch|reaching out|connecting|letting (?:me|us) know)|(?:you're|you are) (?:very |most )?welcome|(?:well )?received|got it|no problem|happy to connect|will pass (?:it|this|that|them) on|made my day|thank you|thanks",
        "",
    ),
    (
        5,
        r"(?:could you|can you|please|kindly|would you) (?:\w+ )?(?:send|share|complete|fill|provide|submit|return|upload)\b",
        r"availab\w+|slots?\b|contract|offer|signed|times",
    ),
];
