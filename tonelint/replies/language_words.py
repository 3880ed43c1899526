"""The words and word shapes by which languages are told apart.

Each list holds a language's commonest function words and the everyday words of support mail. A word that belongs to
several languages must stand in the list of each: what counts as evidence is in how few lists a word stands.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "sv": """
        aldrig alla allt alltför alltid alltså andra annan annars annat att av bara barn behöver beklagar ber beror
        beställning besvär betala betalt bild bland blev bli blir blivit borde bort borta brukar bäst bästa bättre
        båda både bör dag dagar de dem den denna deras dess dessa det detta dig din dina direkt ditt dock dom du där
        däremot därför då efter eftersom eller emot en enbart endast enligt er era ert ett exempel faktiskt fanns fast
        fel fem fick finnas finns fler flera flesta fortfarande fortsatt fram fredag fråga frågor från fungerar få får
        fått för före förlåt försenad först första ge genom ger ges gick gjorde gjort god gott gäller gärna gå gång
        gånger går gått gör göra ha hade haft han handläggare hans har hej hela heller hellre helt hem hemma hennes
        hit hjälp hjälpa hjälper hon honom hoppas hos hur hälsning hälsningar här hör höra i idag igen igår ihop
        imorgon in inga ingen inget innan inom inte iväg ja jag jo ju just kan kanske klar klart kom komma kommer
        kommit kontakt kontakta konto kronor kräver kund kunde kunna kvar köp köpt köpte leverans ligger lite länge
        längre längst läsa lätt låg lördag man med medan meddelande mejl mellan men mer mest mig min mina mindre minst
        mitt morgon mot mvh mycket må måndag många mår måste möjligt naturligtvis nej ni nog nu ny nya nytt när nästa
        nästan någon något några nån nåt och också ofta olika om omkring onsdag order oss paket pengar pengarna
        problem på redan rätt sa sade sagt sak saken samma samt samtidigt se sedan sen senast sent ser sett sex sig
        sin sina sista sitt själv ska skall skicka skickade skickar skickat skrev skriva skriver skulle slut snart som
        stod stor stora stället stå står större svar svara säga säger särskilt sätt så sådan sådana såg söndag ta tack
        taget tagit tar tid tidigare till tillbaka tills tillsammans tisdag tog torsdag tre trots två tycker tyvärr
        under ungefär upp ursäkt ut utan vad var vara varför varit varje veckor vem verkligen vet veta vi via vid
        vidare viktigt vilka vilken vilket vill ville vissa visst väl väldigt vänlig vänliga vår våra vårt än ändå
        ännu är ärende även år åt återkommer åtgärda över övrigt
        avdelningen behandlas berörd dröja dröjer dröjt felet förstår gången handläggs kolla kollar kollat kunden
        lagret läst missat noterat ordnar pågår registrerat snarast synpunkt synpunkter titta tittar tittat undersöka
        undersöker utreder utreds villkor villkoren vidarebefordrat ärendet ärenden åtgärdat återkoppla återkopplar
    """,
    "da": """
        af aldrig alene alle allerede allerhelst alt altid altså anden andet andre ansvar arbejde at bare beder bedre
        bedst begynder behøver beklager beløbet besked bestemt bestille bestilling bestilt betale betalt blandt blev
        bleve blevet blive bliver bor borte brev bruge både ca cirka da dag dage de dem den dengang denne der derefter
        deres derfor derhjemme dermed desuden desværre det dette dig din dine direkte disse dit dog du dårlig dårligt
        efter efterhånden eller ellers elsker en end endnu eneste enten er et faktisk fandt fejl fem fik finde finder
        findes fire flere flest fleste for forbindelse fordi forkert forrige forstår fra fredag frem fremover få fået
        får følger før først første gang gange ganske gennem gerne gik give giver givet gjorde gjort god gode godt
        grund gå gået går gælder gør gøre ham han hans har havde have hej hele heller helt hende hendes henne
        henvendelse her herfra hilsen hilsner hinanden hjem hjemme hjælp hjælpe hold holde holder hos hun hvad hvem
        hver hverken hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår hvorvidt håber høre hører i ifølge
        igen igennem ikke imellem imidlertid imod ind inden indtil ingen ingenting intet ja jeg jer jeres jo jævnligt
        kan kl klage klar klare klart kom komme kommende kommer kommet kontakt kontakte konto kroner kræver kun kunde
        kunder kunne kære køb købt lang langt lave lavet levering leveringen lidt lige ligesom ligge ligger lille
        længe længere læst lørdag løsning man mandag mange mangler med meget mellem men mens mere mest mig min mindre
        mindst mine minutter mit mod morgen muligt mvh må måde måneder måske måtte ned nej nemt netop nogen noget
        nogle nok nu ny nye nyt når næste næsten og også om omkring onsdag op ordre os otte over pakke pakken par
        penge pengene plads pr problem på ret retur rigtige rigtigt rundt sag sagde sagen sagt samme sammen samt
        samtidig se selv selvfølgelig selvom send sendingen sendt sendte senest seneste ser ses set sidde siden sidste
        sig sige siger sikkert simpelthen sin sine sit skaffe skal sker skete skrev skrevet skrive skriver skulle
        skyldes slags snart som spørgsmål stadig stedet stod stor store stå står større svar svarer svært synes så
        sådan søndag tage tager taget tak telefonen tid tidligere tidspunkt til tilbage tilbud tilfælde timer tirsdag
        to tog torsdag tre tro trods uanset ud uden uge uger under undskyld undskylder var varen ved vejen vel venlig
        venlige vente venter vi via vide videre vil ville virkelig virker viser vor vores vælge vær værd være været
        åbent år én øjeblik ønsker
        afdelingen afventer behandles berørte betingelser betingelserne fejlen glemt henvendelsen kigge kigger kigget
        kunden lageret noteret ordner registreret snarest synspunkt synspunkter undersøge undersøger undersøges
        videregivet videresendt vilkår vilkårene afklaret
    """,
    "en": """
        a able about above account after again all almost already also always am an and another any anything apologies
        apologise apologize are aren't around as ask at away back be because been before being best better between
        bill both but by call called can can't cannot case change charge check cheers come contact could couldn't
        customer date day days dear delay delayed delivery did didn't do does doesn't doing don't done down during
        each early either else email end even ever every everything few find first fix fixed for friday from full get
        give given go going good got great had happy has have haven't he he's hello help her here hi him his hope how
        however i i'll i'm i've if in information instead into is isn't it it's its job just keep kind know last later
        least left let like long look looking made make making many may me might monday month more morning most much
        must my need never new next no not nothing now number of off on once one ones only or order other our out over
        own paid parcel part people plan please point price problem problems put read really refund regards reply
        review right said same saturday say see send sent service set she should since sincerely so some someone
        something soon sorry sort state still stop such sunday support sure take team tell than thank thanks that
        that's the their them then there there's these they they're thing think this those though three through
        thursday time times to today told tomorrow too took trying tuesday two under until up us use used very via
        wait want was wasn't way we we'll we're we've wednesday week weeks well went were what when where whether
        which while who why will with within without won't work working would wouldn't wrong wrote year yes yesterday
        yet you you'd you'll you're you've your yours
    """,
    "nb": """
        aldri alene alle allerede alltid alt altså andre annen annet ansvar arbeid at av bare bedre begynner behøver
        beklager beløpet ber beskjed bestemt bestilling bestilt betale betalt blant ble bli blir blitt bor borte brev
        bruke både ca cirka da dag dager de deg dem den denne der dere deres derfor derhjemme dessverre det dette din
        dine direkte disse ditt du dykk dykkar dårlig eg ein eit eller ellers en enda eneste enn ennå enten er et
        etter ettersom faktisk feil fem fikk finne finner finnes fire flere fleste for forbindelse fordi forrige
        forsinkelsen forsinket forstår fortsatt fra frakt fram fredag frem frå fungerer få får fått følger før først
        første gang ganger ganske gi gikk gir gitt gjelder gjennom gjerne gjorde gjort gjør gjøre god gode godt gå går
        gått ha hadde ham han hans har hei heile hele heller helt henne hennes her hilsen hilsener hjelp hjelpe hjem
        hjemme hold holde holder hos hun hva hvem hver hverken hvert hvilke hvilken hvilket hvis hvor hvordan hvorfor
        håper høre hører i ifølge igjen igjennom ikke ikkje imidlertid imot ingen ingenting inn innen ja jeg jo kan
        kanskje kjære kjøp kjøpt kl klage klar klare klart klarte kom komme kommende kommer kommet kontakt kontakte
        konto korleis krever kroner kun kunde kunder kunne kva kvar kveld la lage laget lang langt lenge lenger lest
        levering leveringen ligge ligger like lille litt lurer lørdag løsning man mandag mange mangler med meg mellom
        men mens mer mest min mindre mine minutter mitt morgen mot mulig mvh mye må måneder måte måtte ned nei neste
        nesten nettopp noe noen noensinne nok noko ny nye nytt nå når og også om omkring omtrent onsdag opp oppe
        opplyst oss over pakke pakken par pengene penger plass pleier pr problem på rett retur riktig rundt sa sagt
        sak saken samme sammen samt samtidig se selv send sendingen sendt senest seneste ser ses sett si siden sier
        sikkert sin sine sitt sjekke sjekket skal skjedd skjedde skjer skjønner skrev skrevet skrive skriver skulle
        skyldes slags slik snart som spør spørsmål stedet stod stor store står større svar svarer svært synes så sånn
        søndag ta tak takk tar tatt telefonen tid tidligere tidspunkt til tilbake tilbud timer tirsdag to tok torsdag
        tre trenger tro trolig uansett uka uke uken uker under unnskyld ut uten vanligvis var varen ved vei vel veldig
        velge venn vennlig vente venter vere vet vi via videre vil ville virkelig virker viser vite vår våre vårt være
        vært år åtte ødelagt ønsker øyeblikk
        lageret vilkår vilkårene videresendt henvendelsen kunden behandles ordner
    """,
    "de": """
        aber alle allem als also am an auch auf aus bei beim bereits bestellung bis bitte da damen damit danke dann
        das dass dem den denn der des die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen
        einer eines er erhalten es euch euer freundlichen für geehrte geehrter geht gerne grüße grüßen guten habe
        haben hallo hat hatte hatten herren hier hin hätte ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in
        innerhalb ist ja jetzt kann kein keine keinen kommt konnte können könnte leider man mehr mein meine mich mir
        mit morgen muss möchten müssen nach nicht nichts noch nun nur ob oder ohne paket rechnung schon sehr sein
        seine seit sich sie sind so sobald sofort soll sollte sonst tag tage tagen tut um und uns unser unsere unserem
        unseren unserer unter vielen vom von vor war waren warum was wegen weil weiter wenn wer werden wie wieder wir
        wird wo wochen wurde wurden würde zu zum zur zurück zwei zwischen über
    """,
    "fi": """
        asiakas asiakaspalvelu ehkä ei eikä eivät emme en ennen enää että haluamme haluat he hei helmikuuta heti
        huomenna hyvin hyvä hän ilman itse ja jo joissa joka jonka jos jossa jota kaikki kanssa kello kiitos kiitämme
        koska kuin kuinka kuitenkin kun kuten käyttää lasku laskun loppuun luona me meidän meihin meille meiltä miksi
        mikä mikäli minun minä miten mitä mukaan mutta myöhemmin myös ne niin niitä noin nyt näin näkyy oikein olemme
        olet olette oli olisi olivat olla ollut on ottaa ovat pahoittelemme paketin paketti pian pyydämme päivän
        päivää rahat saa sama se sen siihen siinä siitä sille sinulle sinun sitten sitä tai takaisin tarvitset te
        teidän teille terveisin tilauksen tilauksesi tilaus toimitus tulee tähän tämä tämän tänään tässä tätä
        uudelleen uusi vaan vai vain valitettavasti vasta vielä viikon voi voimme voin voit voitte vuoksi yhteydessä
        yhteyttä yksi ystävällisin
    """,
}
"""Words by language: Swedish, Danish, English, Norwegian (Bokmål, and a few of Nynorsk), German, Finnish."""

SHAPES: tuple[tuple[str, str], ...] = (
    ("å", "sv da nb"),
    ("[äö]", "sv de fi"),
    ("[æø]", "da nb"),
    ("[üß]", "de"),
    (r"\w(?:arna|orna|erna|ades?|andet?|ats)$", "sv"),
    (r"\w{2}(?:(?<![cs])hed|heden|hederne|erne|ede|edes)$|[eø]j[^aeiouyæøåäö]", "da"),
    (r"\w(?:sjon|sjonen|sjoner)$|øy|s?kj[eø]", "nb"),
    (r"\w{2}(?:ene|eren|erer)$", "da nb"),
    (r"\w{2}(?:het|heten|igheter)$", "sv nb"),
    (r"\w{2}else[nr]?$", "sv da nb"),
    (r"\w{2}(?:bb|dd|ff|gg|kk|ll|mm|nn|pp|rr|ss|tt)$", "sv nb en de"),
    (r"'(?:t|re|ve|ll|m|d|s)$|\w{3}(?:ly|ful|ness|ment)$|^wh|th|\w{3}(?:[^h]|[cs]h)ed$|\w{2}[^dglnr]ing$", "en"),
    ("w", "en de"),
    (r"sch|\w{3}(?:ung|ungen|keit|heit|lich|lichen)$|ie[bdhgln]", "de"),
    (r"\w{2}(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|mme|tte|nne|aan|ään|een|iin|mista|itä)$|yy|ää|uu[^m]|ii", "fi"),
)
"""Regular expressions over one lower-case word, each with the languages that it speaks for."""

FOLDS: tuple[dict[str, str], ...] = (
    {"å": "a", "ä": "a", "ö": "o", "æ": "ae", "ø": "o", "ü": "u", "ß": "ss"},
    {"å": "aa", "ä": "ae", "ö": "oe", "æ": "ae", "ø": "oe", "ü": "ue"},
)
"""How people type these letters on a keyboard that lacks them."""
