//! `pushy` and `desperate`: a tone that asks for too much, in either direction.

use std::sync::LazyLock;

use super::phrases::Phrases;
use super::text::Word;
use super::{Check, Desk, Finding, Part};

/// Entitlement: an answer is owed, and late. With a day it is an ultimatum.
static PUSHY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "haven't|didn't|not|never heard|received|gotten|got|hear * and|so * like|want|need|expect|demand * know|decision|answer|response|explanation|reply|feedback",
        "would|i'd like|want to know|have|hear|get|receive|see your decision|answer|verdict|response",
        "i|we want|demand|expect|insist|require to? know|hear|an|your|a why|answer|decision|response|reply|explanation|verdict|what",
        "i|we need an|a|your|some answer|decision|reply|response|verdict|explanation",
        "i|we need to know your|the decision|answer|verdict|status|outcome|result",
        "am|i'm|was|are|we're|bit|rather|quite|very|really surprised|disappointed|shocked|upset|frustrated|annoyed|dismayed|confused|puzzled * silence|delay|delays|wait|response|reply|answer|heard|hear|feedback|handled|treated|back|communication|update|replied|answered|responded|called|contacted",
        "am|i'm|was|very surprised|disappointed|shocked|upset|frustrated|annoyed|dismayed by|in|with|about|at|that how|the|your you|lack|silence|process|long|haven't|never",
        "expected|expect|would've|thought to|that|i|an|a|i'd * heard|hear|answer|reply|response|update|told|decision * now|already|sooner|earlier",
        "i|i'm|we|we're was|were|am|are|have? been? expecting to|that|an|a|your|some * hear|heard|answer|reply|response|update|told|decision * now|already|sooner|earlier",
        "nobody|no one? has|have? ever|even? called|contacted|phoned|emailed|answered|informed|updated me|us|my",
        "i expect|expected to be informed|told|updated|contacted|notified|treated|kept",
        "should|ought to? have|had * heard|received|gotten|got|replied|answered|responded|told|informed|contacted * now|already|sooner|earlier|ago",
        "i|we|you|candidates deserve a|an|the|some|to|better|at|more * update|answer|response|reply|explanation|decision|respect|know|least|courtesy|feedback|treatment",
        "owe|owes me|us",
        "why has|have|hasn't|haven't|did|didn't|is|does|am|are nobody|no|anyone|you|it|your|this * back|replied|answered|responded|reply|answer|heard|respond|taking|waiting|long|called|told",
        "don't|can't|cannot|not|hard|difficult to? understand|see why * taking|takes|take|taken|nobody|haven't|hasn't|long|longer|wait|silence",
        "i|i've|we|have heard|received|had nothing since|so|from|back|yet|for|END",
        "still waiting END",
        "still waiting for|on|to your|an|a|any|the|hear * answer|reply|response|decision|feedback|hear|call|email|message|back|from",
        "not|without|never|haven't|hasn't|didn't|nobody|no * so much as",
        "nobody|no|not|haven't|hasn't|didn't|without|lack|lacks|least|any|common|basic * decency|courtesy|manners",
        "remain|remains|remained|is|are|was|were|went|gone|left|been unanswered|ignored",
        "please|kindly|must {tell}|let|send|give|get|share * {answer} immediately|urgently|promptly|asap|now|delay",
        "i trust|expect|assume that? you will|would|'ll now|finally|soon|give|reply|respond|answer|treat|act|deal",
        "your|full|immediate|urgent|undivided attention to? this|immediately|END",
        "not|isn't|wasn't what|how i|one|candidates|people|we would|had? expect|expected",
        "candidates|applicants|people|one|somebody|nobody deserve|deserves a|an|better|more|at|the|some|to|an",
        "thanks|thank you? for nothing|ignoring|wasting|leaving",
        "you|you'll|will regret this|it|your|that|not",
        "speaks volumes",
        "how you|they|your treat|treats|treated people|candidates|applicants|me|us|company",
        "better|stronger|finer candidate|person|fit|match than me|i|myself",
        "i expect|demand|deserve|ought|should to? be invited|hired|chosen|considered|offered|selected",
        "let's|let|stop us? not? waste|wasting",
        "not|don't waste any more time",
        "in|within your own? best? interest|interests to",
        "would|'d|you'd|be|are foolish|mad|crazy|stupid|silly not to",
        "your loss",
        "is|was it|this really|that|so|too hard|difficult|much to",
        "how many|much more|times|longer do|must|should|have|am|will i|we",
        "have|got better|other|more|important things to do",
        "leave|leaves|leaving|left|keep|keeps|keeping|kept me|us|people|candidates|applicants|one hanging|waiting|guessing",
        "leave|leaves|leaving|left|keep|keeps|keeping|kept me|us|people|candidates|applicants in the dark",
        "a|every|the|my right to feedback|know|an|hear|expect|be|some",
        "your|deafening|continued silence",
        "lack of {answer}|communication|respect|courtesy|professionalism|interest|feedback",
        "this|it is|it's the? second|third|fourth|fifth|2nd|3rd|4th time * i|i'm|i've|writing|asking|contacting",
        "this is my third|fourth|fifth|3rd|4th email|message|mail|attempt|letter|note",
        "i've|have|i've|i'm|been been? waiting|waited|wait for|over|more|almost|nearly|since|too|so|all * week|weeks|days|month|months|answer|reply|response|decision|long|patiently|now",
        "been waiting|patient long|for enough|weeks|long|days|ages",
        "please|kindly respond|reply|answer|revert * soon|immediately|asap|urgently|once|delay|promptly|today",
        "respond|reply|answer|get to|back|me|at|as to|me|once|soon * immediately|asap|urgently|delay",
        "haven't|hasn't|not|didn't|don't|cannot|can't|never even? be? bothered|bother to? reply|answer|answering|respond|write|tell|get|call|even",
        "not|didn't|haven't even reply|replied|answer|answered|respond|responded|write|call|called|have",
        "the least you|they|one could|can|might",
        "you|they|was|were|have|been promised me|us|an|a an|a|the|to|my answer|reply|decision|response|update|feedback|call|get|hear",
        "you|you've|you're|been|being|keep|kept|is|was|why are? ignored|ignoring|ignore my|me|us|by",
        "waste|wasting|wasted of? my|our time",
        "find|is|was|are|and|extremely|very|highly|so|rather|quite|frankly|simply|utterly|completely this|it|that? {rude}",
        "it's|its|process|how {rude}",
        "i demand|insist",
        "i am|i'm entitled to",
        "have|having a|every right to know|an|hear",
        "still|yet no answer|reply|response|feedback|word",
        "make up your mind|minds",
        "hurry up",
        "what|what's is? taking so|you",
        "how hard|difficult|long can|is|do|does it|i|this be|to|take|still|have",
        "tired|sick|fed of|up with? waiting|being|this|your|the",
        "you will|you'll regret|lose|miss",
        "further|any|more delay|delays is|are|in|would",
    ])
});

/// Begging and need. Only what is said of oneself: “we need help” is no begging.
static DESPERATE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(&[
        "i|we|i'd desperately|badly|really|urgently|truly|just|so|very really? much? need this|the|a|any|your|some job|position|role|work|chance|opportunity|income|money|salary",
        "i need this|the|a|any job|position|role|chance|money|income|salary",
        "need * so much|badly|desperately",
        "really really|badly need",
        "please please",
        "i|i'm|am|on beg|begging|my you|knees",
        "i|i'm|am desperate|devastated|heartbroken|pleading",
        "am|i'm|feel|feeling|getting|so|really|quite|increasingly|pretty|becoming desperate",
        "desperately need|want|looking|hoping|hope|seeking|searching",
        "my last|only hope|chance|option|resort",
        "means|mean everything|world|the to|world? me|to",
        "i|i'd|i'll|would|will would|will? do anything|whatever",
        "would|will|i'd|i'll|can|to even|also|gladly|happily? take|accept|do|work any|whatever|for salary|pay|job|position|role|offer|work|wage|free|nothing",
        "give me a|one|another|just more|last|another|one? last|more? chance",
        "reconsider your|the|this|my decision|application|rejection|candidacy|me",
        "please|do don't|not|do not? reject|forget|ignore|abandon me|my",
        "i|i've|we have|got rent|bills|debts|loans|mortgage",
        "have|got|with|pay|cover|afford my|our|no rent|bills|mortgage|debts|debt to|and|is|coming|anymore|this|for|next",
        "i can't|cannot|hardly|barely pay|afford|cover my|the rent|bills|mortgage|debts|loan|food",
        "running|run|runs|ran out of money|savings|time|options|hope",
        "savings are|have|will|were * gone|finished|out",
        "nobody|no one? else? will|wants|has|would|ever|even to? hire|hired|hires|invited|invites|take|takes|give|gives|wants me|anybody",
        "nobody|no else|one? hires|invites|takes|wants me",
        "that|i can't|cannot sleep|eat|breathe",
        "praying|pray you|that|for|i",
        "save|saved|saving my life",
        "take|have|show pity|mercy",
        "i|i'm can't|cannot|losing take|go|stand|bear|hope it|on|this|any|sleep",
        "sorry|apologise|apologize|apologies to|for|that? * again",
        "sorry again",
        "once again|more sorry|apologise|apologize",
        "beg|beseech|implore you",
        "i|i'm|am beg|begging|implore|plead|pleading for|with|you",
        "savings|money|benefits|benefit|unemployment|visa|insurance run|runs|ran|running|ends|end|is|are|will out|over|gone|soon|next|this|end|run",
        "my|our * depend|depends|depending|rely|relies|count|counts on me|it|this|us",
        "feed|support|provide for? my|our family|children|kids|son|daughter|parents|mother|father|baby",
        "without this|the|a|your job|position|role|income|chance|salary|offer i|we|my",
        "been|am|i'm out of work",
        "been|am|i'm unemployed|jobless for|since|and|with",
        "you|you're|this|it are|is my|our last|only hope|chance|option|resort",
        "you|you're are the last|only hope|chance",
        "work|working|start|starting|join|begin|intern for free|nothing|less|half|any|whatever",
        "for|accept|take whatever you can|want|like|offer|pay|give",
        "check|checking|refresh|refreshing|watch|watching my? inbox|email|emails|mail|phone every|each|all|constantly|day|hour|the",
        "i'm|am|is not the? best|perfect|ideal|strongest|right candidate|applicant|person|choice",
        "hundreds|thousands|dozens|lots|many|plenty of? better|stronger|smarter people|candidates|applicants|ones",
        "am|i'm|probably|surely|certainly|only wasting your time",
        "please forgive me|my",
        "i|i've|i'm|been|me lie|lying|lay|lain awake",
        "can't|cannot|couldn't stop|help thinking|worrying|wondering * whether|if|job|decision|got",
        "eternally|forever|endlessly grateful|thankful|indebted|obliged",
        "as|for a|an unpaid intern|trainee|volunteer|assistant",
        "i|i'm|i've|we|we're|been go|going|went|facing|am|in|been? through|in|a|an? a|an|very? difficult|hard|rough|dark|tough|terrible time|times|period|phase|situation|year",
        "help me please|out",
        "mean|means the world to me",
    ])
});

/// Words of an apology.
const APOLOGIES: [&str; 6] = [
    "sorry",
    "apologise",
    "apologize",
    "apologies",
    "apology",
    "apologizing",
];

/// What follows “sorry” where it is a regret and no apology: “sorry to hear that”.
const REGRET: [&str; 14] = [
    "hear", "not", "see", "learn", "say", "it", "you", "we", "the", "things", "this", "there",
    "leave", "miss",
];

/// So often may a letter apologise.
const APOLOGIES_IN_PLACE: usize = 2;

pub(super) fn check(desk: &Desk, findings: &mut Vec<Finding>) {
    // The apologies, and whether each is told already.
    let mut apologies = Vec::new();
    for (part, text) in desk.parts() {
        for sentence in text.sentences() {
            let place = |phrase| text.sentence_around(sentence, phrase);
            if let Some(phrase) = PUSHY.first(sentence).filter(|_| !praises(sentence)) {
                findings.extend(pushy(desk, part, place(phrase), findings));
            }
            let begs = DESPERATE.first(sentence).filter(|_| !reports(sentence));
            if let Some(phrase) = begs {
                findings.push(desperate(desk, part, place(phrase)));
            }
            if let Some(word) = apology(sentence) {
                let place = place((word.start, word.end));
                apologies.push((part, place, begs.is_some()));
            }
        }
    }
    // One apology is manners; a letter of them is not.
    if apologies.len() > APOLOGIES_IN_PLACE {
        for (part, place, _) in apologies.iter().skip(1).filter(|(.., told)| !told) {
            findings.push(apologising(desk, *part, *place));
        }
    }
}

/// “You told me that families cannot pay the rent”: what the other said is nobody's tone.
fn reports(sentence: &[Word]) -> bool {
    let says = |index: usize, words: &[&str]| {
        sentence
            .get(index)
            .is_some_and(|word| words.contains(&word.folded.as_str()))
    };
    says(0, &["you"])
        && says(
            1,
            &[
                "said",
                "told",
                "mentioned",
                "explained",
                "described",
                "wrote",
            ],
        )
}

/// “I was surprised how kind the answer was”: the words of a complaint in a compliment.
fn praises(sentence: &[Word]) -> bool {
    const PRAISE: [&str; 9] = [
        "kind",
        "kindly",
        "quickly",
        "fast",
        "helpful",
        "warm",
        "thoughtful",
        "pleasantly",
        "generous",
    ];
    // “Kindly inform me” asks.
    sentence
        .iter()
        .skip(1)
        .any(|word| PRAISE.contains(&word.folded.as_str()))
}

fn pushy(desk: &Desk, part: Part, place: (usize, usize), findings: &[Finding]) -> Option<Finding> {
    let is_worse = findings.iter().any(|finding| {
        finding.check == Check::Ultimatum && finding.part == part && finding.start == place.0
    });
    let message = "This sounds as if an answer were owed, which makes people slower to give one: ask kindly, or leave it out.";
    let asks = desk
        .draft
        .scenario
        .is_none_or(super::Scenario::is_check_in)
        .then(|| "Could you tell me where things stand?".to_owned());
    (!is_worse).then(|| Finding {
        suggestions: asks.into_iter().chain([String::new()]).collect(),
        ..desk.finding(Check::Pushy, part, place, message.to_owned())
    })
}

fn desperate(desk: &Desk, part: Part, place: (usize, usize)) -> Finding {
    let message = "This tells of need rather than of what you bring, and makes it harder to say yes: leave it out.";
    Finding {
        suggestions: vec![String::new()],
        ..desk.finding(Check::Desperate, part, place, message.to_owned())
    }
}

fn apologising(desk: &Desk, part: Part, place: (usize, usize)) -> Finding {
    let message = "It apologises several times, and once is enough: leave this one out.";
    Finding {
        suggestions: vec![String::new()],
        ..desk.finding(Check::Desperate, part, place, message.to_owned())
    }
}

fn apology(sentence: &[Word]) -> Option<&Word> {
    let (index, word) = sentence
        .iter()
        .enumerate()
        .find(|(_, word)| APOLOGIES.contains(&word.folded.as_str()))?;
    let regrets = sentence
        .iter()
        .skip(index + 1)
        .find(|word| word.folded != "that")
        .is_some_and(|word| REGRET.contains(&word.folded.as_str()));
    (!regrets).then_some(word)
}
