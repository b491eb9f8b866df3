//! Where the decision stands: still open, later than planned, or word to come.

use super::Row;

/// Word about something else than the application, or only perhaps.
const ELSEWHERE: &str = r"referees? |references? will|should (?:this|that|anything|things|something) change|suitable (?:\w+ )?(?:comes|arises|opens|vacancy|role|position|opening)|something (?:similar|suitable|else)|in the future|future (?:roles|openings|opportunities|positions)|(?:please|could you|can you|kindly|to) let (?:me|us) know (?:if|whether|which|what|when|your)|hear from you|get(?:ting)? to know|feel free to|don't hesitate|do not hesitate|parcel|newsletter|(?:would|should|'d|we|i) (?:like|love|need|want|wish) to know|you (?:\w+ )?(?:need|have|want|plan) to (?:let|tell|inform|know|decide|answer)";

pub(super) const CUES: &[Row] = &[
    // Somebody will do something some day.
    (
        5,
        r"(?:i|we|he|she|they|hr)(?:'ll| will| am going to|'m going to|'re going to| should| hope| expect| aim)\b & {when} & (?:i|we|you)\b",
        r"send (?:you )?(?:an?|the|over|our) (?:\w+ )?(?:link|invit\w+|agenda|details|contract|offer)|interview|office|start|\bback on|offer|contract|see you|look(?:ing)? forward|similar|suitable",
    ),
    (
        5,
        r"(?:i|we) (?:tell|inform|call|write|contact|answer) you\b|give (?:me|us|her|him|them) (?:\w+ )?(?:until|till|a|some|two|three|\d)",
        ELSEWHERE,
    ),
    // An answer in half a sentence: “Hopefully by Wednesday.”
    (
        5,
        r"^(?:hopefully|probably|likely|most likely|ideally|realistically|should be|more like|i'd say|i would say|i think|i guess|i reckon|we think|give it|about|around|by|before|not before|within|towards)\b(?: \w+){0,4}? {when}",
        r"{please}|your (?:decision|answer|response|confirmation)|\?",
    ),
    (
        5,
        r"you(?:'ll| will| can| shall| should)? (?:\w+ )?(?:get|have|receive) (?:\w+ )?(?:your|an|our|the|my) (?:\w+ )?(?:{news}|reply|letter)",
        r"{please}|if you",
    ),
    (
        5,
        r"(?:it|this|that|everything|all|your (?:\w+ )?(?:file|application|cv|profile|case))(?:'s| is| are| sits| lies|'re)(?: now| currently)? (?:with|on|at) (?:\w+ )?(?:legal|hr|finance|procurement|compliance|desk|the (?:client|board|partners|ministry|committee|lawyers|boss))|turn\w* (?:\w+ )?around|ball is in|(?:wrap\w*|tie\w*|sort\w*|sew\w*) (?:\w+ )?up\b|(?:expect|hop\w+|aim|plan|intend|want)\b (?:\w+ )?to (?:conclude|finish|finali[sz]e|complete|decide|be done|be finished)|you (?:may|can|should|will) expect (?:\w+ ){0,3}(?:letter|call|mail|email|answer|word|news|message|note|decision)",
        r"your (?:decision|answer)|contract|offer|start",
    ),
    (
        5,
        r"expect (?:\w+ ){0,3}(?:call|mail|email|answer|word|news|message|letter|note|update|decision) (?:from|by)",
        r"your (?:decision|answer)|we expect",
    ),
    (
        8,
        r"(?:decision|results?|outcome|verdict)s? (?:will|shall|is going to|is to|should) (?:be (?:made|taken|communicated|announced|sent|shared|published|known|given|ready)|reach you|follow|come) & {when}",
        r"your (?:decision|answer)|of (?:the|your) (?:test|assessment|exercise|check)",
    ),
    // The runner-up is told to wait.
    (
        9,
        r"(?:either way|one way or the other|falls? through|number two|second in line|back-?up|first reserve|they have until|waiting (?:for|on|to hear) (?:\w+ ){0,4}(?:other|another|first|preferred) (?:candidate|choice|person))\b",
        r"(?:will be|be) the first (?:one )?i",
    ),
    (
        5,
        r"(?:will|'ll|shall|should|can|would|'d|could|might|may|going to|expect\w*|aim\w*|hop\w+|plan\w*|want\w*|need\w*|intend\w*|anticipat\w+|look\w* to|able to|promise to|try\w* to|we're|i'm|give me|gonna|to)(?: [\w'’]+){0,4}? {inform}",
        ELSEWHERE,
    ),
    (
        5,
        r"\b{news}\b & {when}",
        r"hear from you|{please}|your (?:decision|answer|response|confirmation)|good news travels|great news|requested|request feedback|(?:{news}) (?:session|call)|thank",
    ),
    (
        3,
        r"{news}|timeline|time ?frame|shortly|patien\w+|bear with",
        r"your (?:decision|answer)|good news|great news|thank(?:s| you) for (?:the|your) (?:\w+ )?(?:feedback|answer|response|update|news)",
    ),
    (
        5,
        r"still (?:\w+ ){0,3}(?:interviewing|reviewing|meeting|deciding|discussing|considering|deliberat\w+|evaluating|finali[sz]ing|working|waiting|speaking|talking|wrapping|assessing|weighing|comparing|open|very much|in\b|under|being|have|on track|needs?|to (?:meet|interview|speak|decide|see)|going|ongoing|looking|pending|outstanding|collecting|gathering|top of mind|early)|(?:in|under) (?:\w+ )?(?:process|review|consideration|discussion)\b|in the (?:mix|running|frame|hunt)|(?:process|selection|recruitment|review|evaluation) (?:is|will|should|takes?|continues|has)|final stages|finalists",
        r"if you(?:'re| are) still|process of (?:hiring|onboarding)",
    ),
    (
        5,
        r"(?:not|n't|no|yet to|nothing|never|without)(?: \w+){0,4}? (?:decision|decided|answer|update|feedback|news|approval|conclusion|to report|made up|signed off|outcome|confirm\w*|finali[sz]\w*|finished|concluded|heard back|movement|verdict|timeline|met yet|met so far)\b",
        r"thank you for (?:the|your)|no feedback is|individual feedback",
    ),
    (
        5,
        r"(?:delay\w*|postpon\w*|pushed|held up|on hold|paus\w+|slip\w*|running (?:\w+ )?(?:late|behind)|behind schedule|on (?:schedule|track)|freeze|frozen|froze|drag\w+|taking (?:\w+ )?(?:longer|time)|(?:more|extra|additional|little|bit of) time|longer than|later than|slower|slow\b|backlog|slammed|re-?scop\w+|revisit|put on ice|reconven\w+|got moved|moved,)",
        r"delayed (?:response|reply|flight)|delay in (?:replying|responding|getting back)|sorry for the delay",
    ),
    (
        5,
        r"(?:wait\w*|chas\w*|pending|depend\w*) (?:\w+ )?(?:for|on|up|them|him|her|the|with)\b|sign-?off|budget approval|(?:awaiting|need\w*|get|getting) (?:\w+ ){0,3}(?:approval|sign-?off|feedback|go-?ahead|green light)|(?:committee|panel|board|jury|council|hiring team|leadership|trustees|partners) (?:\w+ ){0,3}(?:convenes?|meets?|meet|decide|discuss|review|is meeting|needs|will (?:consider|meet)|compar\w+)|compar\w+ notes",
        r"wait to (?:work|meet|welcome|have)|can't wait|we look forward",
    ),
    (
        5,
        r"(?:\w+ )?(?:more|other|remaining|last|final|further|few|couple of|another|two|three|one) (?:\w+ )?(?:people|candidates?|applicants?|interviews?|conversations?|chats|rounds) (?:\w+ ){0,3}(?:to (?:see|meet|interview|talk|speak|go|do|come)|left|this week|next week|are being|tomorrow|today|going|{when})|(?:finish|complet|wrap|conclud|conduct|continu|meet|see|interview)\w* (?:\w+ ){0,6}(?:interviews|interviewing|rounds|conversations|candidates|applicants)|being (?:seen|reviewed|considered|assessed)",
        r"{choose} {others}|decided to|thank",
    ),
    (
        5,
        r"(?:currently|presently|now|carefully|team|we) (?:\w+ ){0,2}?(?:review|process|evaluat|assess|interview|screen|examin|go through|read)\w*|(?:examination|screening|shortlisting|assessment) of (?:the|all|your) (?:applications?|candidates)|review\w* (?:\w+ ){0,2}applications?|will (?:review|consider|discuss|look)",
        r"after (?:\w+ )*review\w*|reviewed|having review\w*|have review\w*|contract|please review|{please}",
    ),
    (
        5,
        r"(?:receiv\w+|receipt of|got) (?:\w+ ){0,3}?(?:your|the) (?:\w+ )?(?:application|documents|cv|résumé|resume|file|submission|profile)|(?:application|documents) (?:\w+ ){0,3}(?:received|arrived|is with|are with|registered)",
        r"references",
    ),
    (
        5,
        r"(?:make|making|reach|reaching|come to|take|taking|taken|finali[sz]\w*|arrive at|made)(?: \w+){0,3} (?:decision|conclusion|view|choice|selection|call)\b|decid(?:e|ing)\b|decision (?:\w+ )?(?:will|by|is|should|to)|(?:make|made|making) (?:up )?(?:our|their|my|his|her) minds?(?: up)?|(?:dithering|torn|choos\w+|down to|between) (?:\w+ )?(?:two|three|you and)|yes or no|(?:have|get|got) (?:\w+ )?clarity|(?:put|all|on) .{0,20}\bon ice|not a no\b|(?:new|revised|updated|current) (?:estimate|timeline|date|target|eta)",
        r"from you|your (?:decision|choice)|you (?:\w+ )?(?:decide|make)|{please}|difficult decision",
    ),
    (
        5,
        r"as soon as (?:we|i|there|they|the|it|he|she)|(?:the )?(?:minute|moment|second) (?:we|i|they) (?:hear|know|have)|first to know|(?:hang|sit) (?:tight|in there|on)|bear with|(?:keep|have) (?:\w+ )?(?:fingers crossed|faith)|keep you (?:posted|updated|informed|in the loop|up to date)|keep in touch|circl\w+ back|thank you for (?:your )?(?:patience|waiting|bearing|understanding)|radio silence|sorry for the (?:silence|delay|wait)|nothing (?:yet|new)|up in the air|promise|halfway through|(?:another|be|take|takes) (?:\w+ ){0,3}(?:days|weeks?|month)\b|(?:days|weeks?) before we|know more",
        r"{others}|decided|stay in touch for|future",
    ),
    (
        5,
        r"hear\w* (?:back |more )?from (?:us|me|our|them|hr)|expect (?:\w+ )?(?:word|news)|(?:you'll|you will|you should|you'd|you can) (?:know|hear|have)\b|(?:not|n't) (?:\w+ )?hear\w* (?:back |anything )?(?:from|by)|if you (?:haven't|have not|don't|do not) hear|within {when}",
        r"your (?:decision|answer)|{please}|complete|sign",
    ),
];
