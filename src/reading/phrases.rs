//! What employers say, by what it amounts to. To teach another phrase, add it to its table; the
//! notation is that of [`pattern`](super::pattern::pattern). Write phrases in small letters.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::patterns;
use crate::model::ReplyKind;

/// Phrases of one kind and one weight.
pub(super) struct Table {
    pub(super) kind: ReplyKind,
    /// Whether one phrase of it is enough.
    pub(super) decisive: bool,
    pub(super) phrases: Vec<Regex>,
    /// What right behind the phrase gives it another meaning.
    pub(super) unless: Vec<Regex>,
}

/// The tables, those that weigh most first.
pub(super) static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let table = |kind, decisive, phrases, unless| Table {
        kind,
        decisive,
        phrases: patterns(phrases),
        unless: patterns(unless),
    };
    vec![
        table(ReplyKind::Offer, true, OFFER, NO_OFFER),
        table(ReplyKind::Rejection, true, REJECTION, NO_REJECTION),
        table(ReplyKind::Interview, true, INTERVIEW, NO_INTERVIEW),
        table(ReplyKind::Update, true, UPDATE, &[]),
        table(ReplyKind::Offer, false, OFFER_PERHAPS, NO_OFFER),
        table(ReplyKind::Rejection, false, REJECTION_PERHAPS, &[]),
        table(ReplyKind::Update, false, UPDATE_PERHAPS, &[]),
        table(ReplyKind::Interview, false, INTERVIEW_PERHAPS, NO_INTERVIEW),
    ]
});

/// Nobody is there to read it, or only a machine.
pub(super) static AWAY: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    patterns(&[
        r"(?:am|i'm|be|currently|is|are|we're) (?:currently |now )?(?:out of (?:the )?office|on (?:annual |parental |maternity |paternity |sick |medical )?(?:leave|vacation|holiday)|away)",
        r"out of office",
        r"automat(?:ic|ed) (?:reply|response)|auto-?reply|do not reply to this",
        r"limited access to (?:my )?e-?mail",
    ])
});

/// A friendly word and no more.
pub(super) static FRIENDLY: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    patterns(&[
        r"(?:nice|great|good|lovely|pleasure|wonderful|enjoyed|glad) (?:it was )?(?:to )?(?:\w+ )?(?:meet|meeting|talk|talking|speak|speaking|chat|chatting|hear|hearing|see|seeing|connect|connecting)",
        r"pleasure (?:was )?(?:all )?(?:mine|ours|meeting|speaking|talking)",
        r"thank(?:s| you)(?: so much| very much)? for (?:your|the|this|sending|sharing|getting in touch|reaching out|connecting|letting (?:me|us) know)",
        r"(?:you're|you are) (?:very |most )?welcome|(?:well )?received|no problem|happy to connect|will pass (?:it|this|that|them) on",
        r"could you (?:please )?(?:send|share|complete|fill|provide)|please (?:send|share|complete|fill|provide|find)",
    ])
});

const OFFER: &[&str] = &[
    r"(?:the|your|a) contract (?:is|was|has|will|follows)|(?:can't wait|excited|looking forward) to (?:work with you|have you (?:start|join|with us))",
    r"bring you (?:on\b|onboard|aboard|into the team)|want(?:s)? you (?:on|in|to be part)|you on board\b",
    r"if you (?:joined|would join|accepted|came on board)|(?:like|want|love|decided|happy|going) to hire you",
    r"employment contract|contract (?:of employment|for (?:your )?(?:signature|signing))|signed (?:copy|contract|offer)",
    r"(?:decide|decision|think|deadline|mind|consider) (?:on|about|for|up about) (?:our|the|your) (?:\w+ )?offer\b",
    r"(?:pleased|delighted|happy|thrilled|excited|glad|like|love|want|wish|proud|able|ready|decided|prepared|pleasure|going) to (?:be able to |formally |officially |now |also |verbally )*(?:offer|extend|make|present|give) (?:to )?you",
    r"(?:extend|extending|make|making|send|sending|present|presenting|put together|prepare|preparing) (?:you )?(?:an|our|the|a|this) (?:\w+ ){0,3}offer (?:of \w+ )?(?:to|for) you",
    r"(?:pleasure|delight) of offering you",
    r"(?:are|'re|is|be|am) (?:\w+ )?offering you (?:the|this|a|an|our)",
    r"(?:want|like|love|delighted|thrilled|excited|happy|pleased|hope|be great|for) (?:for )?(?:to have )?you (?:to )?(?:come |be )?(?:join|joining|on board|aboard|part of|as our|come and work)",
    r"have you (?:join|on board|aboard|on the team)",
    r"welcome (?:you )?(?:to the (?:team|company|family)|aboard|on board)|welcoming you (?:to the team|aboard|on board)",
    r"(?:the (?:job|role|position) is yours|you(?:'ve| have)? got (?:the job|it)|you're hired|you are hired)",
    r"(?:attached|enclosed|find|see|sign|review|sending|send|sent) (?:is |you |below |over |the |an? |your |our |a copy of )*(?:\w+ )?(?:offer letter|letter of offer|employment contract|contract of employment|formal offer|written offer|official offer|job offer|your offer|our offer|offer of employment)",
    r"your (?:\w+ )?(?:offer letter|offer|employment contract) (?:is|are|will|has been|for|as)",
    r"(?:this|our|the) offer (?:is|remains|stands|will|expires|includes|comes|letter)",
    r"offer you (?:the|a|this|our) (?:\w+[ -]){0,6}(?:position|role|job|contract|post|place)",
    r"(?:you are|you're|you were) our (?:first|top|number one|preferred|chosen|unanimous) (?:choice|candidate|pick)",
    r"(?:chosen|selected|picked|decided on|go with|going with|hire|hiring) you (?:for|as|to (?:join|fill))|you have been (?:chosen|selected) (?:for|to fill) the (?:role|position|job)",
];

const NO_OFFER: &[&str] = &[
    r"\W*(?:an? |the |some |another |further |second |more |any |our |to |chance |honest |brief |short |detailed )*(?:interview|call|slot|chat|feedback|opportunity to (?:meet|speak|talk|interview|discuss|chat)|chance to|time|update|further interview|(?:second|final|technical) interview|conversation|tour|advice|extension|zoom|meeting|for (?:a|an|another))",
    r"[^.,;]{0,30}\b(?:call|interview|zoom|coffee|lunch|video|meeting|another candidate|someone else|somebody else|talent (?:community|pool|network)|mailing list|newsletter)\b",
    r"\W*(?:by|on|within|before|early|next|an offer or|until|soon)\b[^.]{0,40}\b(?:decide|know whether)",
];

const REJECTION: &[&str] = &[
    r"there (?:won't|will not|isn't going to|is not going to) be (?:a|any) (?:role|position|opening|vacancy)",
    r"(?:we've|we have|has been|been) (?:now |already |just |since )*filled|(?:need|needs|looking for) (?:somebody|someone) (?:who|with)",
    r"(?:not|n't|unable to|cannot|can't) (?:be )?(?:able to )?(?:put(?:ting)? you forward|consider(?:ing)? you)",
    r"(?:don't|do not|doesn't|does not) (?:\w+ )?(?:have|meet|match|fit) (?:the |our |all |what )(?:\w+ ){0,3}(?:right|required|requirements?|criteria|experience|profile|need|looking)?",
    r"(?:went|gone|goes|has gone) to (?:another|someone|somebody|an internal|a different|the other)",
    r"(?:not|n't|unable to) (?:be )?(?:able to )?(?:invit(?:e|ing)|interview(?:ing)?|hir(?:e|ing)|select(?:ing)?|shortlist(?:ing)?) (?:you|for|anyone)",
    r"no (?:suitable |open |current |matching |available |vacant )+(?:vacanc(?:y|ies)|positions?|openings?|roles?)|no (?:vacanc(?:y|ies)|openings?) (?:for|at|right|that)",
    r"(?:other|another|different) (?:candidate|applicant)s? (?:were|was|had|better|are (?:a )?better|came out|stood out)",
    r"(?:decided|chosen|opted|elected|going|decision|plan|planning|prefer|choose|have|voted|conclusion|had) (?:is |was )?(?:not to|to not) (?:move|proceed|progress|continue|go|take|pursue|extend|offer|advance|hire|fill|bring|make)",
    r"(?:not|won't|unable to|cannot|can't|couldn't|don't|aren't|isn't) (?:be )?(?:\w+ )?(?:able to |planning to |looking to |in a position to |going to be )?(?:mov(?:e|ing)|proceed(?:ing)?|progress(?:ing)?|tak(?:e|ing)|advanc(?:e|ing)|continu(?:e|ing)|pursu(?:e|ing)|go(?:ing)?|bring(?:ing)?) (?:ahead |forward |on |further )?(?:with )?(?:you\b|your|things|this|it|the (?:process|application)|any)",
    r"(?:not|won't|unable to|cannot|can't) (?:be )?(?:\w+ )?(?:able to )?(?:mov(?:e|ing) (?:you )?(?:forward|ahead|on)|proceed(?:ing)?|progress(?:ing)? (?:your|you|further)|offer(?:ing)? you|mak(?:e|ing) you an offer|extend(?:ing)? (?:you )?an offer|consider(?:ing)? (?:you|your))",
    r"(?:(?:decided|chosen|opted|elected|going) to )?(?:mov\w*|go|going|gone|went|proceed\w*|progress\w*|continu\w*|advanc\w*|pursu\w*|press\w*|stick\w*|head\w*)(?: forward| ahead| on)?(?: (?:in|to|for|at) (?:the|our|this) (?:\w+ ){1,4}?)? ?(?:only )?with (?:the |an |some |a few )?(?:other|others|another|different|someone|somebody|internal|a candidate|a different|a more|a stronger|an internal|candidates|applicants|those|more|stronger|profiles)(?: candidates?| applicants?| profiles?| person)?",
    r"(?:pursue|pursuing|favou?r of|favou?ring|prefer|preferred|prioriti[sz]e|prioriti[sz]ing) (?:other|another|different|a different|an internal) (?:candidate|applicant|option|profile)",
    r"(?:position|role|vacancy|job|opening|post|opportunity|requisition|seat|spot|it)(?: you \w+(?: \w+){0,3}| of \w+(?: \w+){0,3}| in question)? (?:has|have|was|is|had) (?:now |already |recently |since |just |unfortunately |in the meantime |meanwhile )*(?:been )?(?:filled|closed|cancelled|canceled|withdrawn|eliminated|taken|removed|scrapped|given to)",
    r"(?:position|role|vacancy|job)'s (?:been )?(?:filled|gone)",
    r"(?:filled|closed|cancelled|canceled|withdrawn|eliminated) (?:the|this|that|our) (?:\w+ ){0,3}(?:position|role|vacancy|opening|post|requisition)",
    r"no longer (?:be |being )?(?:considering|hiring|under consideration|moving|considered|recruiting|looking (?:to fill|for)|available|in consideration|open|exists)",
    r"(?:select\w*|chos\w*|choos\w*|hir(?:e|ed|ing)|appoint\w*|pick\w*|found|accepted) (?:an?other|other|a different|someone|somebody|an internal|an external|a candidate (?:whose|who|with)|the other|candidates (?:whose|who|with))",
    r"offer(?:ed)? (?:(?:the|this) (?:\w+ ){1,3}|it )?to (?:another|someone|somebody|a different|an internal|the other|a candidate)",
    r"(?:another|other|internal|different) (?:candidate|applicant|person)s? (?:\w+ )?(?:accepted|has been (?:chosen|selected|hired)|was (?:chosen|selected|hired)|got the)",
    r"(?:not|n't) (?:been )?(?:selected|shortlisted|short-listed|successful|chosen)\b",
    r"unsuccessful",
    r"(?:not|n't) (?:quite |currently |really |be )?(?:the|a|an) (?:\w+ )?(?:fit|match)\b",
    r"more (?:closely |directly )(?:align|match|fit|suit|meet|correspond|relevant)\w*",
    r"(?:closer|better|stronger) (?:match|fit)",
    r"decided against|(?:in|taking) (?:a|another) different direction|a different direction",
    r"(?:pass on (?:your|this)|(?:going|decided|have|had) to pass)\b",
    r"(?:the answer is|it's a|this is a|it is a) no\b",
    r"(?:application|candidacy) (?:has been|was|is|has) (?:\w+ )?(?:rejected|declined|turned down|not )",
    r"(?:sorry|disappointing|bad|not the|difficult) (?:\w+ ){0,2}(?:news|answer) (?:you (?:\w+ )?(?:hoped|hoping|wanted)|i'm afraid)|not the (?:news|answer|outcome) (?:you|that|we)",
    r"(?:you|we) (?:didn't|did not) (?:get|make) (?:it|the cut|the job|the role)|(?:you're|you are|were) not (?:on|among) ",
    r"(?:came|come) (?:in )?(?:a close )?second\b|(?:a close|the) runner-up",
];

const NO_REJECTION: &[&str] = &[
    r"[^.;]{0,40}\b(?:until|yet|before (?:we|the|our)|without (?:speaking|meeting|first))\b",
    r" (?:on|this|next|until) (?:monday|tuesday|wednesday|thursday|friday)",
];

const INTERVIEW: &[&str] = &[
    r"for (?:an?|the|your|our) (?:\w+[ -]){0,3}(?:interview|conversation|chat|call|meeting|screen|screening)\b",
    r"(?:like|love|want|happy|keen) to see you|(?:what|how) (?:does|is) your (?:\w+ )?(?:calendar|schedule|diary)|your (?:calendar|schedule|diary) look",
    r"(?:made|make) it (?:past|through|to|into)|(?:passed|past) (?:the )?(?:\w+ )?screening|up for (?:a|another) (?:\w+ )?(?:chat|call|interview|conversation|round)",
    r"works? (?:well )?(?:on our end|on my end|for us|for me|at our end)",
    r"offer(?:ing)? you (?:an |the |a )?(?:\w+ ){0,3}(?:interview|call|slot|meeting|conversation)\b",
    r"mov(?:e|ing) (?:your|our|the) (?:\w+ ){0,3}(?:interview|call|chat|meeting|conversation)",
    r"(?:can|could|shall|should) we (?:\w+ )?(?:speak|talk|meet|chat|have (?:a|another)|find a time|do a|jump|hop)\b",
    r"let's (?:\w+ )?(?:talk|meet|schedule|speak|set up|find (?:a|some) time|arrange|have a|get together|chat|plan|book)\b",
    r"do you have (?:\w+ ){0,4}(?:minutes|time|half an hour|an hour|availability)",
    r"(?:how|what) about (?:mon|tue|wed|thu|fri|tomorrow|next|this|the|on|\d)",
    r"(?:you (?:have been|are|were|'ve been)|been) (?:\w+ )?(?:shortlisted|short-listed)|interviews (?:will be held|take place|will take place)",
    r"(?:some|following|these|a few|several|proposed) (?:\w+ ){0,2}(?:slots|times|time slots)|which (?:\w+ ){0,4}(?:works|suits|would work|would suit|do you prefer)",
    r"(?:have|grab|get|meet for|meet over|up for|free for|time for) (?:a )?(?:quick )?(?:coffee|lunch|breakfast)|get to know you (?:better|more|in person)",
    r"(?:invite|inviting|having) you (?:to|for|back|in|over|on-?site)",
    r"(?:like|love|want|keen|happy|pleased|excited|delighted|wish|hope|hoping|looking|ask|eager|wanted|glad) (?:you )?to (?:\w+ )?(?:schedule|set up|arrange|book|organi[sz]e|line up|find (?:a|some)? ?time|have you (?:meet|in|back|come|speak|talk|chat)|bring you (?:in|back)|see you (?:again|for|in)|meet (?:you|with you)|speak (?:to|with) you|talk (?:to|with) you|continue (?:the|our) (?:conversation|discussion)|have (?:a|another) (?:\w+ )?(?:call|chat|conversation)|talk (?:about|to you about)|discuss|move you (?:forward|on|along|through|to)|progress you|advance you|take you (?:through|to|forward)|(?:move|proceed|go|continue) (?:forward |ahead |on )?(?:to|with) (?:the|a|an|your) (?:next|second|final|technical|third|further|on-?site|panel))",
    r"(?:schedule|scheduling|arrange|arranging|book|booking|set up|setting up|confirm|confirming|reschedule|rescheduling|organi[sz]e) (?:\w+[ -]){0,6}?(?:interview|call|chat|conversation|meeting|session|round|on-?site|screen|visit)\b",
    r"(?:moved?|moving|advanced?|progress(?:ed)?|made it|through|selected|forward|proceed|go) (?:you |through |forward |on |ahead |along )*(?:to|for|into) (?:the|our|a) (?:next|second|final|technical|third|following|on-?site|panel|interview) (?:\w+ )?(?:round|stage|step|interview|phase|conversation)",
    r"(?:are you|would you be|will you be|you'd be|you would be|you are|you're|when you are|what times are you|times you are) (?:\w+ )?(?:available|free)\b",
    r"(?:let (?:us|me) know|share|send|what is|what's|confirm|give (?:us|me)|check|with) (?:me |us |over )?(?:some of |what )?your (?:\w+ )?availabilit(?:y|ies)",
    r"(?:let (?:us|me) know|tell (?:us|me)) (?:\w+ ){0,4}(?:works|suits|would work|would suit|slot|is convenient|when you)",
    r"(?:does|do|would|will|could|can) (?:\w+[ ,:-]*){1,12}(?:work|suit)(?: \w+){0,2}? ?(?:for )?you",
    r"(?:works?|suits?) (?:best )?(?:for )?you\b",
    r"(?:pick|choose|select|book|grab|find) (?:a|any|your|one of|the) (?:\w+ ){0,4}(?:time|times|slot|slots)\b|calendly",
    r"your (?:\w+[ -]){0,4}interview (?:with (?:\w+ ){1,4})?(?:is|has been|will be|takes|on)\b",
    r"(?:can|could|would|like|love|invite) (?:you )?(?:to )?(?:you )?come (?:in|back|by|over|to our|to the|to meet|and meet|on-?site)",
    r"(?:look(?:ing)? forward to (?:meeting|seeing|speaking (?:to|with)|talking (?:to|with)) you|see you|speak to you|talk to you) (?:again )?(?:on|next|tomorrow|this|at)\b",
    r"(?:would|'d) like (?:you )?to (?:interview you|meet|speak|talk|come|have you)",
    r"(?:hop|jump|get) on (?:a|another) (?:\w+ )?(?:call|zoom)|(?:have|time for|free for) (?:a|another) (?:quick |short |brief |follow-?up |second |final )?(?:call|chat|zoom|conversation|interview)",
    r"(?:next|second|final|technical|third|further) (?:round|stage|step|interview) (?:is|will be|would be) (?:a|an|with|on|at|held)",
];

const NO_INTERVIEW: &[&str] = &[
    r"[^.;]{0,30}\b(?:assessment|assignment|challenge|exercise|task|test|take-home|questionnaire|case study)\b",
    r"[^.;]{0,25}\b(?:other|another|remaining|all|last|more) (?:candidates?|applicants?|people|interviewees)",
    r"\W*(?:to |you to )?(?:apply|reapply|re-apply|check|follow us|keep an eye|stay in touch|connect|join our talent|visit our (?:website|career)|complete|submit|share your|look at|consider|sign|accept|keep in touch)\b",
    r"[^.;]{0,60}\b(?:in (?:the|your) future|future (?:roles|openings|opportunities)|at some point|should anything|down the (?:road|line)|the offer|your offer|contract|start date|onboarding|in its entirety)\b",
];

const UPDATE: &[&str] = &[
    r"(?:you'll|you will|you should|you'd) know\b|make up (?:our|their|my) minds?|(?:new|revised|updated|current) (?:estimate|timeline|date|target|eta)",
    r"(?:frozen|froze|freeze) (?:\w+ ){0,4}(?:hiring|headcount|budget|positions?|roles?)|(?:circle|circling) back\b|will (?:consider|discuss) (?:your|the|all)",
    r"(?:committee|panel|board|jury|council|hiring team|leadership) (?:\w+ ){0,2}(?:convenes?|meets?|will (?:meet|decide|discuss|review)|is meeting|needs)",
    r"(?:will|'ll|to) be (?:informed|notified|contacted|updated)|(?:informed|notified) of the",
    r"(?:ready|able|position) to (?:make a|decide|share|give you)|make (?:a|the|our) (?:final )?(?:call|choice|selection)\b",
    r"(?:will|may|might|could|to) take (?:us |me |them )?(?:until|a (?:few|couple|bit|while|little)|another|some|about|around|\d|two|three)",
    r"on schedule|on track|running (?:\w+ ){0,3}(?:behind|late)|(?:last|final|more|further) interviews\b",
    r"still (?:\w+ ){0,2}(?:going|ongoing|looking|pending|outstanding|collecting|gathering)|(?:not|n't) (?:yet )?heard (?:back )?from us",
    r"with (?:an|some|more|the|any|our|a) (?:\w+ )?(?:update|news|feedback|answer|decision|result|outcome)|for (?:a|the|our) (?:\w+ )?decision",
    r"(?:the|an|our) (?:final )?(?:outcome|result)(?:s)? (?:of|by|is|will|to|once|as)",
    r"not (?:yet )?(?:ready|in a position|able) to (?:make|decide|say|share|give|confirm|commit)",
    r"as soon as (?:we|i|there|they|the|it)|(?:the )?(?:minute|moment) (?:we|i) (?:hear|know|have)|first to know|(?:hang|sit) tight|bear with (?:us|me)",
    r"(?:currently|presently|now) (?:\w+ )?(?:reviewing|processing|evaluating|assessing|interviewing|in the)|(?:paused|pausing|revisit|chas(?:ed|ing)) (?:\w+ ){0,2}(?:hiring|recruit\w+|role|position|search|them|the team|client)",
    r"still (?:\w+ ){0,2}(?:interviewing|reviewing|meeting|deciding|discussing|considering|deliberating|evaluating|finali[sz]ing|working|waiting|speaking|talking|wrapping|assessing|weighing|comparing|open|very much|in the (?:process|running|middle|mix|loop|final)|under (?:\w+ )?(?:review|consideration)|being|have (?:\w+ ){0,4}(?:interviews?|candidates?)|on track|needs?|to (?:meet|interview|speak|decide))",
    r"(?:not|n't|no|yet to|nothing|never) (?:yet |quite |actually |fully )*(?:been )?(?:made|make|reached|reach|come to|have|had|taken|finali[sz]ed|got|get|decided|concluded|completed|heard|received|final|ready|to report|signed off)(?: back)?(?: \w+){0,2}? ?(?:decision|decisions|chance|answer|update|feedback|news|approval|interviews?|process|yet|conclusion|round|to decide|to report|on (?:it|this|the))",
    r"(?:decision|answer|outcome) (?:has|have|is) (?:not|n't|still|yet) ",
    r"no (?:final |firm )?(?:decision|news|update|updates|answer) (?:yet|has|so far|at this|just|from|on)",
    r"(?:haven't|have not|hasn't|has not|not) (?:yet )?(?:decided|finished|concluded|completed)",
    r"(?:needs?|take|takes|taking|require|requires|ask for|asking for|give us|bit of|little|some|want) (?:\w+ ){0,4}(?:more time|longer|extra time|additional time|another (?:\w+ )?(?:day|days|week|weeks)|few more (?:days|weeks)|more (?:days|weeks))",
    r"(?:longer|later|slower|more slowly|more time) than (?:\w+ )?(?:expected|planned|hoped|anticipated|usual|we|i|thought|would)",
    r"(?:been |is |are |was |were |have |has |be |had to be |slightly |a bit |got )(?:delayed|postponed|pushed|held up|on hold|paused|put on hold|slipped|behind|running late|running behind)",
    r"on hold|hiring freeze|behind schedule",
    r"(?:make|making|reach|reaching|have|having|finali[sz]e|finali[sz]ing|expect|expecting|share|sharing|announce|give you|taking|take|communicate|get you|come to|coming to|with) (?:you )?(?:a|an|our|the|any|their)? ?(?:\w+ )?(?:decision|decisions|outcome|verdict|answer|answers|feedback|final word|definitive answer)\b",
    r"(?:decision|decisions|answer|outcome|feedback|verdict|news|update|response|results?)(?: is| are| will| should| from| to| may| by| on| within| before| next| this| at|:) ",
    r"(?:to|will|'ll|should|can|expect to|hope to|plan to|aim to) (?:\w+ )?(?:be able to )?(?:decide|conclude|wrap (?:\w+ )?up|finali[sz]e|know more|have (?:more )?(?:news|information|something|clarity|an update))",
    r"(?:final stages|final phase|remaining (?:interviews|candidates|rounds?)|in the running|top candidates|finalists|under (?:active )?(?:review|consideration)|being reviewed|reviewing (?:all |your |the )?(?:applications?|candidates|candidacy|profiles?|feedback))",
    r"(?:waiting|wait) (?:for|on) (?:\w+ ){0,5}(?:approval|sign-?off|feedback|budget|decision|to return|to hear|board|go-?ahead|green light)",
    r"(?:finish|finishing|complete|completing|wrapping up|wrap up|conclude|concluding|conducting|continue|continuing|have) (?:\w+ ){0,5}(?:interviews|interviewing|rounds|conversations)",
];

const OFFER_PERHAPS: &[&str] = &[
    r"congratulations|congrats",
    r"(?:our|the|your|an|verbal|formal|written) offer\b|terms of employment",
    r"look(?:ing)? forward to (?:welcoming you|having you|you joining)",
];

const REJECTION_PERHAPS: &[&str] = &[
    r"regret(?:fully)?\b",
    r"(?:wish|wishing) you (?:all the best|every success|the best of luck|the very best|success|well|luck|the best|much success|good luck|nothing but)|best of luck|good luck (?:in|with|on)",
    r"(?:keep|retain|hold|store|keeping|leave) your (?:cv|resume|résumé|details|application|profile|information|name)",
    r"future (?:openings|opportunities|positions|roles|vacancies)|(?:encourage|welcome) you to (?:apply|reapply|re-apply)",
    r"i(?:'m| am) afraid|unfortunately|sadly|(?:difficult|tough|hard) (?:decision|choice)",
];

const UPDATE_PERHAPS: &[&str] = &[
    r"(?:get|getting|come|coming|circle|circling|revert|report|be|write|go) (?:right |straight )?back (?:to you|with|in touch)|get back\b|revert (?:to you|with)",
    r"(?:be|been|get|stay|keep|am|was|is) (?:back )?in touch\b",
    r"(?:reach out|follow up|touch base|check in|contact you|contacting you|reaching out|following up|update you|updating you|inform you|notify you|ping you|write to you)",
    r"keep you (?:posted|updated|informed|in the loop|up to date)",
    r"let(?:ting)? you (?:all )?know",
    r"(?:you'll|you will|you should|you can|you|to) (?:expect to |be )?hear(?:ing)? (?:back |something |more |either way )?(?:from|by|before|within|next|this|either|in|on|back|no later|tomorrow|soon|shortly)",
    r"(?:quick|brief|short|status|small) (?:update|note)|update on (?:your|the|our|where)|next steps|where (?:we|things) (?:are|stand)|bear with us|patience|time ?line|time ?frame|shortly",
    r"(?:call|e-?mail|ring|phone|message|text) you\b",
    r"(?:decision|outcome|results?|answer)\b",
    r"process (?:is|will|should|takes)|delay|will review|to review",
];

const INTERVIEW_PERHAPS: &[&str] = &[
    r"(?:next|second|third|final|further|technical|another|on-?site|panel) (?:round|stage|interview|conversation|call)",
    r"(?:calendar|meeting|zoom|teams) (?:invite|invitation|link)",
    r"(?:quick|short|brief) (?:call|chat)|speak soon on|meet the team",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::pattern::pattern;

    #[test]
    fn every_phrase_is_a_pattern() {
        for phrase in [
            OFFER,
            NO_OFFER,
            REJECTION,
            NO_REJECTION,
            INTERVIEW,
            NO_INTERVIEW,
            UPDATE,
            OFFER_PERHAPS,
            REJECTION_PERHAPS,
            UPDATE_PERHAPS,
            INTERVIEW_PERHAPS,
        ]
        .concat()
        {
            assert!(pattern(phrase).is_some(), "{phrase}");
        }
        assert!(AWAY.len() == 4 && FRIENDLY.len() == 5);
    }
}
