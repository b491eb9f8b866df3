//! A no: somebody else, not you, no position any more, or something is lacking.

use super::Row;

/// What makes of a no a not-yet.
const NOT_YET: &str = r"until|yet\b|before (?:we|the|our|i)\b|without (?:speaking|meeting|first)|either way|in either case|falls? through|still (?:waiting|in|to)|whether|(?:not|n't) (?:\w+ )?(?:decided|going)|before \w+day|by \w+day|if you (?:do|have|haven't) ";

pub(super) const CUES: &[Row] = &[
    // Somebody else.
    (9, r"{choose} … {others}", NOT_YET),
    (9, r"{choose} {others}", NOT_YET),
    (
        9,
        r"{others}(?: \w+){0,2} (?:accepted|got|landed|took|been (?:chosen|selected|hired|appointed|offered)|(?:was|were) (?:chosen|selected|hired|appointed|better|stronger|a better|a stronger|a closer|ahead|preferred)|(?:edged|pipped|beat|came out|stood out|came forward|had (?:more|the edge|deeper|stronger)|better (?:fit|match|suit)))",
        NOT_YET,
    ),
    (
        9,
        r"(?:went|go|gone|going|goes|given|offered|awarded) (?:\w+ ){0,3}?to {others}",
        NOT_YET,
    ),
    (
        9,
        r"(?:offered|given|awarded|gone|went|going) (?:\w+ )?to (?:an?other|a different|one of (?:the|our)) \w+|(?:appointed|hired|chose|chosen|picked|selected|found) (?:an?other|a different|the other|one of (?:the|our) other) \w+",
        r"until|yet\b|falls? through|either way|(?:another|different) (?:role|time|date|day|slot|round|team|department|position)",
    ),
    // Not you.
    (
        9,
        r"{not}(?: \w+){0,4}? (?:proceed|progress|advanc|pursu)\w*",
        NOT_YET,
    ),
    (
        9,
        r"{not}(?: \w+){0,4}? (?:mov|tak|continu|go|bring|carry|press|put)\w*(?: \w+){0,4}? (?:forward|ahead|further|on with|on this|to the next|with (?:you|your)|this time|any more)",
        NOT_YET,
    ),
    (
        9,
        r"{not}(?: \w+){0,4}? (?:selected|shortlisted|short-listed|successful|chosen|appointed|invited|retained|picked|considered|offered|inviting|hiring|selecting|appointing|considering|invite|hire|select|appoint|consider (?:you|your)|interview (?:you|any)|make you an offer|mak\w+ (?:you )?an offer|offer(?:ing)? you (?:the|a|this|an)|extend(?:ing)?|offer)\b",
        r"until|yet\b|before (?:we|the|our|i)\b|without|whether|considered (?:complete|late)|individual feedback|if you|{others}(?: \w+){0,3} (?:yet|still)|exten[ds]\w* (?:the|this|that|our|it|your|any)|deadline",
    ),
    (
        9,
        r"(?:not|n't) (?:\w+ )?(?:worked|work) out\b(?: \w+)? (?:this time|for|with|in the end)|unsuccessful|(?:has|have|been|was|is) (?:\w+ )?(?:rejected|declined|turned down)\b",
        "",
    ),
    (
        9,
        r"decided against|(?:different|another|other) (?:direction|route|path|way)\b|down (?:that|a different|another|the other) route|(?:decided|going|have|had|chosen|elected) to (?:\w+ )?pass\b|pass on (?:your|this)",
        NOT_YET,
    ),
    (
        9,
        r"(?:not|n't|not going to|not gonna) be you\b|leave it (?:here|there)|nothing doing|no (?:joy|luck|dice)\b|(?:manage|make do|cope) with(?:out)? (?:the|what|who)|(?:the answer is|it's a|this is a|it is a|that's a|it's) (?:a )?no\b|(?:needs?|priorities|focus) (?:now )?(?:lie|lies|are) (?:elsewhere|in other|with)|found (?:that|the|our) (?:person|candidate|match|hire)|not (?:this time|on this occasion|to be\b)|(?:came|come) (?:in )?(?:a close )?second\b|(?:a close|the|were) runner-?up|reserve list|(?:didn't|did not) (?:\w+ )?(?:make|get) (?:it|the (?:cut|job|role|final|shortlist|grade))|not (?:on|among) (?:the|those)",
        r"it's not a no|not a no\b|(?:is|was) not to be missed",
    ),
    (
        9,
        r"(?:decided|chosen|opted|elected|decision|plan|prefer|voted|concluded|conclusion|had|choose|agreed)(?: \w+){0,2} (?:not to|to not|against)\b",
        r"{not} (?:yet )?decided",
    ),
    // No position any more.
    (
        9,
        r"{role}(?: \w+){0,5}?(?: has| have| was| is| been| got| went| are| had|'s)(?: \w+){0,3}? (?:filled|closed|cancelled|canceled|withdrawn|eliminated|taken|removed|scrapped|gone|dead|cut|pulled|axed|dropped|off the table|binned|no longer|not going ahead|not happening|disappeared)\b",
        NOT_YET,
    ),
    (
        9,
        r"(?:filled|closed|cancel\w*|withdr\w+|eliminat\w+|pull\w*|scrap\w*|cut|kill\w*|axed|remov\w*|binned|put a stop to|shelv\w*) (?:the|this|that|our|all|its|your|out of the) (?:[\w-]+ ){0,3}?(?:{role}|one|recruitment)\b",
        NOT_YET,
    ),
    (
        9,
        r"no longer (?:\w+ ){0,2}(?:consider|hir|recruit|look|available|open|exist|add|fill|need|under consideration|mov|in (?:consideration|the running)|require|going)\w*",
        "",
    ),
    (
        9,
        r"no (?:\w+ )?(?:suitable|open|current|matching|available|vacant|fitting|longer a|such) {role}|(?:won't|will not|isn't|is not|not) (?:going to )?be (?:a|any) {role}|hold off on (?:this|the|any) (?:\w+ )?{role}|no {role} (?:for|at|right|that)|(?:not|n't|cannot)(?: \w+){0,3}? (?:hiring|recruiting|filling|fill the|fill this|hire for|going ahead|go ahead)|(?:not|n't) (?:\w+ )?have (?:\w+ )?(?:anything|any|an?)(?: \w+)? (?:open|suitable|vacan\w+|position|role|opening|available|for you)",
        NOT_YET,
    ),
    // Something is lacking.
    (
        8,
        r"(?:need\w*|want\w*|looking for|requir\w+|after|searching for) (?:\w+ )?(?:somebody|someone|a person|a candidate|a profile|people) (?:who|with|more|that)",
        r"if you|are you",
    ),
    (
        8,
        r"(?:not|n't)(?: \w+){0,4} (?:fit|match)\b|(?:closer|better|stronger|closest|best) (?:match|fit|suited|suit)\b|more (?:closely|directly|suitable|relevant|suited|experienced)\b",
        r"see if|whether|if you|might be|could be|think you",
    ),
    (
        8,
        r"(?:was|were|is|are|what's|felt) (?:\w+ ){0,2}(?:missing|lacking|too (?:junior|senior)|over-?qualified|out of (?:our|the) budget)|(?:did|do|does) ?(?:not|n't) (?:\w+ ){0,2}(?:meet|match|score|fulfil|correspond|align|possess|have the (?:required|right|necessary|specific))",
        r"hesitate|if you",
    ),
    // Regret and consolation.
    (
        6,
        r"regret to (?:inform|say|tell|advise|let)|(?:sorry|sad|afraid) to (?:say|tell|inform|let you know|be the bearer)|bad news|not the (?:news|answer|outcome|result|email)|disappointing|hard (?:email|mail|message) to write",
        "",
    ),
    (
        4,
        r"(?:not|n't) (?:worth|waste)|doubt\w* whether|concern\w* (?:about|that|was)|all the best with|unfortunately|regret\w*|sadly|gutted|i'm afraid|i am afraid|disappoint\w*|with a heavy heart|(?:difficult|tough|hard) (?:decision|choice|call)|close (?:call|decision)",
        "",
    ),
    (
        5,
        r"wish(?:es|ing)? (?:for )?you(?: \w+){0,6}? (?:all the best|success|luck|well|best|much)|(?:best|good) (?:of )?luck (?:in|with|on|for) (?:your (?:\w+ ){0,3}(?:search|career|future|hunt|applications?|endeavou?rs?|journey|path|plans|next)|the (?:future|search|hunt|job|rest)|finding|everything|whatever)|all the best (?:in|with|for) (?:your|the)|(?:your|you) (?:\w+ ){0,3}(?:job )?search\b|(?:future|further) (?:endeavou?rs|career|professional|path)|rooting for you",
        r"for (?:the|your) interview",
    ),
    (
        5,
        r"(?:keep|retain|hold|store|keeping|leave|kept|have|placed) (?:your (?:cv|resume|résumé|details|application|profile|information|name|file)|you (?:in mind|on (?:file|our)))|(?:future|other|similar) (?:\w+ )?(?:openings|opportunities|positions|roles|vacancies)|(?:encourage|welcome|invite) you to (?:re-?)?apply|apply (?:again|for other)|(?:keep an eye|check) (?:\w+ ){0,2}(?:on |out )?(?:our|the) (?:career|website|job)|no reflection|not a reflection|paths (?:will )?cross|stay in touch|check back|clos(?:e|ing) the loop|taken up your time|interest (?:shown )?in (?:our|the) (?:company|organi[sz]ation)",
        "",
    ),
];
