//! Classes of words that mean much the same in a mail about an application.

/// Name and words of each class. A class may use those above it.
const CLASSES: &[(&str, &str)] = &[
    (
        "role",
        r"(?:position|role|vacancy|vacancies|job|opening|post|opportunity|requisition|req|seat|spot|headcount|hire|search)s?",
    ),
    (
        "person",
        r"(?:candidate|applicant|person|people|profile|individual|finalist|colleague|option|one|guy|interviewee)s?",
    ),
    (
        "others",
        r"(?:someone|somebody|(?:an?other|other|different|internal|external|stronger|better|alternative) (?:\w+ )?{person}|internally|an internal|(?:a|the|those|an) (?:[\w-]+ ){0,2}{person} (?:who|whose|with|that|from)|{person} (?:who|whose|with|that|already)|the others?\b|others\b|more (?:\w+ )?{person}|promot\w+ from within)",
    ),
    (
        "choose",
        r"(?:bet on|choos\w+|chose\w*|found|find|select\w*|appoint\w*|hired?|hiring|pick\w*|prefer\w*|prioriti[sz]\w+|shortlisted|pursu\w+|favou?r\w*|accepted|offered|extended|taken on|landed on|settled on|decided (?:us )?(?:for|on|upon)|(?:proceed|progress|advanc|continu|mov|press|stick|stuck|head|go|went|gone|opt|decid|lean)\w*(?: \w+){0,3}? (?:with|for|to)|gave|giv\w+|fill\w*|came forward)",
    ),
    (
        "not",
        r"(?:not|n't|unable|never|no longer|against|without|decline\w*)",
    ),
    (
        "meeting",
        r"(?:interviews?|meetings?|conversation|discussion|session|rounds?|zoom|coffee|lunch|visit|on-?site|screening|(?:phone|video|screening) screen|presentation|assessment (?:centre|center|day)|(?:a|an|the|our|your|another|quick|short|brief|phone|video|intro\w*|minutes?|min|zoom|teams|follow-?up|final|intro) (?:call|chat|screen|catch-?up)s?|hangout|speak|talk|meet)",
    ),
    (
        "next",
        r"(?:next|second|third|fourth|final|last|technical|further|2nd|3rd|following|on-?site|panel|interview|hiring manager)",
    ),
    (
        "weekday",
        r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b",
    ),
    (
        "when",
        r"(?:{weekday}|tomorrow|tmrw|today|tonight|(?:this|next|following|coming) (?:week|wk|month)|week|days?|weeks|fortnight|january|february|march|april|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)|\d{1,2}[/.]\d{1,2}|soon|shortly|eow|eod|q[1-4]|hours|by the|until)",
    ),
    (
        "news",
        r"(?:decisions?|outcome|answer|feedback|verdict|results?|news|updates?|short-?list|conclusion|next steps|response|clarity|status|final word|more to (?:share|tell|say))",
    ),
    (
        "inform",
        r"(?:get(?:ting)? back|com(?:e|ing) back|be(?:ing)? (?:back )?in (?:touch|contact)|be back|let(?:ting)? you (?:all |both )?know|let (?:everyone|everybody|candidates|all) |hear(?:ing)?\b|inform|notify|updat(?:e|ing) you|touch base|reach(?:ing)? out|contact(?:ing)? (?:you|all|candidates|everyone|successful)|revert|follow(?:ing)? up|ping|circl(?:e|ing) back|report back|drop you|giv(?:e|ing) you|get(?:ting)? you|get (?:an|a|the) \w+ to you|(?:call|ring|email|e-mail|write|message|text|phone|tell|shout|chase|buzz)(?:ing)? (?:to )?you|keep (?:you|in touch)|be (?:informed|notified|contacted|updated|advised|able to (?:tell|say|share))|know\b|respond\b|reply to you|writ(?:e|ing) to (?:all|you|everyone)|send (?:you )?(?:an|the|our|a) (?:\w+ )?{news}|receive (?:an?|the|our|your) (?:\w+ )?(?:{news}|reply|letter|notification|word)|have (?:\w+ ){0,3}{news}|shar(?:e|ing) (?:\w+ ){0,3}{news})",
    ),
    (
        "thing",
        r"(?:forms?|receipts?|references?|referees?|payslips?|documents?|documentation|certificates?|solutions?|tasks?|test|assessments?|assignment|exercise|challenge|portfolio|cv|résumé|resume|transcripts?|questionnaire|survey|passport|id card|samples?|proof|address|details|photo|diploma|receipt|expenses|repo(?:sitory)?|github|code|slides)",
    ),
    (
        "please",
        r"(?:please|pls|plz|kindly|could you|can you|would you|may (?:i|we) ask|i need|we need|you need to|remember to|don't forget|we ask|appreciate if|grateful if|mind)",
    ),
    (
        "glad",
        r"(?:pleased|delighted|happy|thrilled|excited|glad|like|love|want\w*|wish\w*|proud|able|ready|decided|prepared|pleasure|going|keen|eager|hop\w+|ask\w*|over the moon|chuffed|stoked|honou?red|great|fantastic)",
    ),
];

/// The pattern with its classes spelled out.
pub(super) fn with_classes(words: &str) -> String {
    let mut spelled = words.to_owned();
    for (name, class) in CLASSES.iter().rev() {
        spelled = spelled.replace(&format!("{{{name}}}"), class);
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_spelled_out() {
        for (name, _) in CLASSES {
            let spelled = with_classes(&format!("{{{name}}}"));
            assert!(
                CLASSES
                    .iter()
                    .all(|(other, _)| !spelled.contains(&format!("{{{other}}}"))),
                "{name}"
            );
        }
    }
}
