"""The words around a number in languages that write `1,5` for one and a half."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.format.number_words import ABOUT, AT_LEAST, ENGLISH, NEARLY, OVER, UNDER, UP_TO, Words

GERMAN = Words(
    "German",
    {
        OVER: "über|mehr als|gut|oberhalb von",
        AT_LEAST: "mindestens|wenigstens|nicht weniger als|ab",
        UP_TO: "bis zu|höchstens|maximal|nicht mehr als",
        UNDER: "unter|weniger als|knapp unter",
        NEARLY: "fast|beinahe|nahezu|knapp",
        ABOUT: "etwa|ungefähr|rund|circa|ca.|zirka|schätzungsweise|geschätzt|geschätzte",
    },
    {AT_LEAST: "oder mehr|und mehr", UP_TO: "oder weniger"},
    "genau|insgesamt|nur|weitere|zusätzliche",
    {2: "hundert", 3: "tausend|tsd|tsd.", 6: "million|millionen|mio|mio.", 9: "milliarde|milliarden|mrd|mrd.",
     12: "billion|billionen|bio.", 15: "billiarde|billiarden"},
    "bis",
    "zwischen",
    "und",
    "prozent",
    "",
    "von",
    "januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
)  # fmt: skip

FRENCH = Words(
    "French",
    {
        OVER: "plus de|plus d'|au-dessus de|supérieur à",
        AT_LEAST: "au moins|pas moins de|au minimum",
        UP_TO: "jusqu'à|jusqu’à|au plus|au maximum|pas plus de",
        UNDER: "moins de|moins d'|en dessous de",
        NEARLY: "près de|presque|quasiment",
        ABOUT: "environ|à peu près|quelque|approximativement|autour de|une estimation de",
    },
    {AT_LEAST: "ou plus|et plus", UP_TO: "ou moins", ABOUT: "environ"},
    "exactement|au total|seulement",
    {2: "cent|cents", 3: "mille|milliers de", 6: "million|millions|mio", 9: "milliard|milliards|mrd|md|mds",
     12: "billion|billions"},
    "à",
    "entre",
    "et",
    "pour cent|pourcent",
    "de|d'|d’",
    "de",
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
)  # fmt: skip

SPANISH = Words(
    "Spanish",
    {
        OVER: "más de|por encima de|superior a",
        AT_LEAST: "al menos|por lo menos|como mínimo|no menos de",
        UP_TO: "hasta|como máximo|a lo sumo|no más de",
        UNDER: "menos de|por debajo de",
        NEARLY: "casi|cerca de",
        ABOUT: "alrededor de|aproximadamente|unos|unas|en torno a|aprox.|se estima en",
    },
    {AT_LEAST: "o más", UP_TO: "o menos", ABOUT: "aproximadamente"},
    "exactamente|un total de|solo|sólo",
    {2: "cien|ciento|cientos", 3: "mil|miles de", 6: "millón|millones|mill.|mm", 12: "billón|billones"},
    "a",
    "entre",
    "y",
    "por ciento",
    "de",
    "de|desde",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre",
)  # fmt: skip

ITALIAN = Words(
    "Italian",
    {
        OVER: "oltre|più di|superiore a",
        AT_LEAST: "almeno|non meno di|come minimo",
        UP_TO: "fino a|al massimo|non più di",
        UNDER: "meno di|sotto|al di sotto di",
        NEARLY: "quasi|poco meno di",
        ABOUT: "circa|intorno a|approssimativamente|all'incirca|una stima di",
    },
    {AT_LEAST: "o più", UP_TO: "o meno", ABOUT: "circa"},
    "esattamente|un totale di|solo",
    {2: "cento", 3: "mila", 6: "milione|milioni|mln|mln.", 9: "miliardo|miliardi|mld|mld.", 12: "bilione|bilioni"},
    "a",
    "tra|fra",
    "e",
    "per cento",
    "di",
    "da",
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
)  # fmt: skip

PORTUGUESE = Words(
    "Portuguese",
    {
        OVER: "mais de|acima de|superior a",
        AT_LEAST: "pelo menos|ao menos|no mínimo|não menos de",
        UP_TO: "até|no máximo|não mais de",
        UNDER: "menos de|abaixo de",
        NEARLY: "quase|perto de",
        ABOUT: "cerca de|aproximadamente|em torno de|uns|umas|por volta de|estimados",
    },
    {AT_LEAST: "ou mais", UP_TO: "ou menos"},
    "exatamente|um total de|apenas",
    {2: "cem|cento", 3: "mil|milhares de", 6: "milhão|milhões|mi"},
    "a",
    "entre",
    "e",
    "por cento",
    "de",
    "de",
    "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
)  # fmt: skip
"""A Portuguese `bilião` or `bilhão` is a power of 12 or of 9 by country: it is left as a unit."""

DUTCH = Words(
    "Dutch",
    {
        OVER: "meer dan|ruim|boven de",
        AT_LEAST: "ten minste|tenminste|minstens|minimaal|niet minder dan",
        UP_TO: "tot|maximaal|hoogstens|ten hoogste|niet meer dan",
        UNDER: "minder dan|onder de",
        NEARLY: "bijna|haast|krap",
        ABOUT: "ongeveer|circa|ca.|zo'n|rond de|naar schatting",
    },
    {AT_LEAST: "of meer", UP_TO: "of minder"},
    "precies|in totaal|slechts|nog eens",
    {2: "honderd", 3: "duizend", 6: "miljoen|mln|mln.|mio", 9: "miljard|mld|mld.|mrd", 12: "biljoen"},
    "tot",
    "tussen",
    "en",
    "procent",
    "",
    "van",
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
)  # fmt: skip

POLISH = Words(
    "Polish",
    {
        OVER: "ponad|więcej niż|powyżej",
        AT_LEAST: "co najmniej|przynajmniej|nie mniej niż",
        UP_TO: "do|co najwyżej|maksymalnie|nie więcej niż",
        UNDER: "poniżej|mniej niż",
        NEARLY: "prawie|niemal|blisko",
        ABOUT: "około|ok.|w przybliżeniu|mniej więcej|szacunkowo",
    },
    {AT_LEAST: "lub więcej", UP_TO: "lub mniej"},
    "dokładnie|łącznie|tylko",
    {3: "tysiąc|tysiące|tysięcy|tys|tys.", 6: "milion|miliony|milionów|mln|mln.",
     9: "miliard|miliardy|miliardów|mld|mld.", 12: "bilion|biliony|bilionów|bln"},
    "do",
    "między",
    "a",
    "procent",
    "",
    "z|od",
    "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
)  # fmt: skip

RUSSIAN = Words(
    "Russian",
    {
        OVER: "более|больше|свыше|выше",
        AT_LEAST: "не менее|не меньше|по меньшей мере|как минимум|минимум",
        UP_TO: "до|не более|не больше|максимум",
        UNDER: "менее|меньше|ниже",
        NEARLY: "почти|чуть менее|без малого",
        ABOUT: "около|примерно|приблизительно|порядка|ориентировочно|ок.",
    },
    {AT_LEAST: "и более|или более|и больше", UP_TO: "и менее|или менее"},
    "ровно|всего|только",
    {3: "тысяча|тысячи|тысяч|тыс|тыс.", 6: "миллион|миллиона|миллионов|млн|млн.",
     9: "миллиард|миллиарда|миллиардов|млрд|млрд.", 12: "триллион|триллиона|триллионов|трлн|трлн."},
    "до",
    "между",
    "и",
    "процент|процента|процентов",
    "",
    "с|от",
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
)  # fmt: skip

UKRAINIAN = Words(
    "Ukrainian",
    {
        OVER: "понад|більше|більш як|більше ніж|більше за",
        AT_LEAST: "не менше|не менш як|щонайменше|принаймні|мінімум",
        UP_TO: "до|не більше|не більш як|щонайбільше|максимум",
        UNDER: "менше|менш як|менше ніж|нижче",
        NEARLY: "майже|без малого",
        ABOUT: "близько|приблизно|орієнтовно|приблизно до|бл.",
    },
    {AT_LEAST: "і більше|або більше|та більше", UP_TO: "і менше|або менше"},
    "рівно|всього|лише|тільки",
    {3: "тисяча|тисячі|тисяч|тис|тис.", 6: "мільйон|мільйони|мільйона|мільйонів|млн|млн.",
     9: "мільярд|мільярди|мільярда|мільярдів|млрд|млрд.", 12: "трильйон|трильйони|трильйонів|трлн|трлн."},
    "до",
    "між",
    "і|та",
    "відсоток|відсотки|відсотків|відсотка",
    "",
    "з|від",
    "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
)  # fmt: skip

LANGUAGES: Mapping[str, Words] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "nl": DUTCH,
    "pl": POLISH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
}
