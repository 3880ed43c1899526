"""The word classes that all rules share hold ordinary sentences, and keep out of their near misses, in each language."""

from __future__ import annotations

from functools import cache

import pytest

from tonelint.matching.matcher import Matcher
from tonelint.model import Language, Span, Zone, ZoneKind
from tonelint.notation.parser import parse
from tonelint.rulebook.ruleset import bundled
from tonelint.words.tokens import forms_of, read_words

FEWEST = 5

# Of each class, sentences in which an entry of it stands (+) and near misses in which none does (-).
ENGLISH = """
apology
+ I am so sorry for the mix-up with your sizes.
+ We apologise for keeping you on hold this morning.
+ Please accept my sincere apologies for the broken vase.
+ Sorry about the wait on Saturday.
+ I'm really sorry that we sent the wrong charger.
- Unfortunately the parcel has been held up in Leeds.
- Thank you for your patience while we look into this.
- We understand how frustrating this has been.
- I am sorry to hear that the kettle has stopped working.
- That sounds very annoying, and thank you for telling us.

evasive-apology
+ I'm sorry you feel the service was poor.
+ We apologise for any inconvenience this may have caused.
+ We are sorry if anyone was offended by the advert.
+ It seems that mistakes were made during the night shift.
+ We regret that you found the staff rude.
- I am sorry that we kept you waiting for two hours.
- We apologise for the inconvenience on Friday.
- Sorry for sending you the wrong shoes.
- I am sorry that you had to stand all the way to York.
- My apologies, we should have called you back.

own-step
+ I have refunded 49 pounds to your card.
+ We are sending you a new lid this afternoon.
+ Your fee has been waived.
+ I'll call you on Tuesday with the result.
+ The replacement was sent from our warehouse yesterday.
- We look forward to hearing from you.
- Refunds are only possible within 30 days.
- The warranty does not cover wear.
- Your message has been forwarded to the department concerned.
- You can read more about this on our website.

ownership
+ That is entirely our mistake.
+ We should have told you before the change.
+ I take full responsibility for the late answer.
+ We got this wrong, plain and simple.
+ The choice of carrier is ours to answer for.
- The courier lost the parcel in Bristol.
- It is your responsibility to read the meter.
- We are not to blame for the weather.
- The manufacturer made an error on the label.
- Our opening hours are on the website.

offer
+ I can send you a spare key instead.
+ Would you like me to move the appointment?
+ We are happy to exchange the jacket.
+ You can choose a voucher or your money back.
+ Shall I book a new time for you?
- We cannot accept returns of opened software.
- The decision is final.
- The train left on time according to our records.
- Your case is being looked into.
- The colour of the curtains varies a little.

definite-time
+ The fitter comes on Thursday.
+ You will have the money within three working days.
+ I will ring you tomorrow before ten.
+ The new boiler is in place by 14 March.
+ We answer within 4 hours.
- We will get back to you as soon as possible.
- The part should be here before long.
- It may take a while.
- You will hear from us in due course.
- We will write once we know more.

person
+ Please ask for Helen at the desk.
+ My colleague Marcus has your case.
+ I have spoken to Mr Okafor about it.
+ The repair is done by Priya in our workshop.
+ You can always write to Ms Lindqvist.
- Our team will take a look at it.
- A colleague will call you.
- Please contact customer service.
- Someone in accounts is dealing with it.
- The technician rings before the visit.

gone-wrong
+ The lamp arrived broken.
+ Your parcel is delayed at the depot.
+ The washing machine stopped working after a week.
+ You were charged twice for the same ticket.
+ The site was down all evening.
- The lamp comes in three colours.
- Your parcel is ready to be picked up.
- The machine has a two-year warranty.
- You paid by card on the fourth.
- The shop opens at nine.

problem
+ There is a fault in the pump.
+ We had a power cut on Monday night.
+ The delay is two days at most.
+ A bug in the app hid your bookings.
+ The mix-up happened at our packing table.
- Your order is packed and labelled.
- The café is on the second floor.
- Breakfast is served from seven.
- You can pay by card or in cash.
- The jacket is made of wool.

cancel
+ I would like to cancel my gym membership.
+ Your cancellation is confirmed.
+ You can unsubscribe with one click.
+ She gave notice in May.
+ The contract was terminated last week.
- Your subscription has been renewed.
- The order is on its way.
- You may change your plan in the app.
- We have updated your address.
- The booking is confirmed for two guests.

manager
+ Please let me speak to your manager.
+ The store manager has read your letter.
+ Is there a supervisor on duty?
+ I want to talk to the person in charge.
+ Our director answers such letters herself.
- My colleague in the shop can help you.
- We managed to find your bag.
- The technician will ring you.
- Customer service is open until six.
- The package is manageable for one person.

complain
+ I want to make a complaint.
+ You can appeal to the board within a month.
+ She complained about the noise.
+ We have registered your objection.
+ They dispute the charge.
- You have a lovely shop.
- Please tell me which size to order.
- We have changed the bulb.
- I like the new menu very much.
- The bill is paid in full.

soon
+ You will hear from us shortly.
+ We reply as soon as possible.
+ The part will be back in stock soon.
+ We will look at it in due course.
+ The matter will be handled promptly.
- The part is in stock on Monday.
- I will reply before noon today.
- We open at eight tomorrow.
- The engineer comes within two hours.
- It takes three working days.

vague-time
+ We will contact you when we know more.
+ The fix will come at a later date.
+ It will be repaired in the coming weeks.
+ The service is closed until further notice.
+ You will get your money eventually.
- You will get your money on Friday.
- The repair takes two days.
- We call you at nine.
- The shop is closed on Sundays.
- The bus leaves every ten minutes.

decide
+ The board decided to raise the fee.
+ We have concluded that the claim is valid.
+ The decision is yours.
+ Our assessment has not changed.
+ They determined that the leak was old.
- The board meets on Monday.
- We have sent you the form.
- The fee is 20 euros.
- The claim arrived last week.
- She forwarded the photos.

sympathy
+ I was sorry to hear about your fall on the stairs.
+ That must have been very frustrating for you both.
+ We understand your disappointment with the room.
+ What a shame that the cake was spoiled!
+ I can imagine how upsetting this was.
- I am sorry for the wrong bill.
- We are sorry that we missed the appointment.
- I understand that the parcel came on Monday.
- We look forward to hearing from you.
- We know how the machine works.

reported-speech
+ You write that the door does not close.
+ As you mentioned, the box was already open.
+ According to your email the heater makes a noise.
+ You told us that the driver was rude.
+ The noise you describe comes from the fan.
- Please write to us at the address below.
- You should have told us earlier.
- If you report the fault online, we see it at once.
- Could you describe the noise?
- We wrote to you in June.

conditional-instruction
+ If the light is still red, press the button for ten seconds.
+ If you have any questions, please contact me.
+ If the app does not open, restart the phone.
+ Let us know if anything is unclear.
+ Call me if the driver has not come by noon.
- Contact the manufacturer about this.
- Please press the red button.
- If you had read the manual, this would not have happened.
- If it rains, the concert is held indoors.
- You should have contacted the bank.

warranty
+ The machine has a two-year warranty.
+ The repair is free under the guarantee.
+ The manufacturer's guarantee covers the motor.
+ Your statutory rights are not affected.
+ The pump comes with a guarantee of five years.
- I guarantee that it arrives on Friday.
- We cannot guarantee the colour.
- Delivery before Christmas is guaranteed.
- You have my guarantee that it never happens again.
- We give no guarantees about the weather.

wish-to-cancel
+ I want to cancel my subscription.
+ Please cancel my membership from May.
+ How do I cancel this?
+ I would like to end the contract as soon as I can.
+ I no longer want to be a customer with you.
- We have cancelled your subscription as of today.
- If you want to cancel, write two lines to me.
- Your train was cancelled because of the storm.
- I do not want to cancel anything, only to move the date.
- I would like to leave a review.

wish-for-refund
+ I want my money back.
+ Please refund me for both tickets.
+ When will I get my refund?
+ I would like a full refund for the broken chair.
+ Give me back my money!
- We have refunded your ticket.
- Your refund is on its way.
- We would like to offer you a full refund.
- If you want your money back, just reply to me.
- I do not want a refund, I want the chair.

wish-for-manager
+ I want to speak to your manager.
+ Put me through to a supervisor, please.
+ Can I talk to someone in charge?
+ I demand to speak with the person in charge.
+ Who is your boss?
- I have asked my manager about your case.
- Our manager will call you tomorrow.
- I need to speak to my manager first.
- Can I talk to you about the bill?
- I want to speak to the technician who came on Monday.

repair-stated
+ The fee has been refunded.
+ Your screen is being replaced today.
+ A new charger is on its way to you.
+ We have corrected the invoice.
+ The lift is working again since this morning.
- The fee has not been refunded yet.
- Opened software cannot be replaced.
- The pump would have been repaired under warranty.
- Damaged goods can be replaced within 14 days.
- Has anybody looked at the lift?

plain-question
+ Could you tell me when the pool opens?
+ Do you ship to Norway?
+ I was wondering if you have the boots in size 40.
+ What time does the shop close on Sundays?
+ Is it possible to pay by invoice?
- Why has nobody answered me?
- Do you think this is acceptable?
- How many times do I have to write?
- I would like to know why I was charged twice.
- When will you finally send my parcel?
"""

SWEDISH = """
todo
"""

DANISH = """
todo
"""

TABLES = {Language.SV: SWEDISH, Language.DA: DANISH, Language.EN: ENGLISH}


def _rows() -> list[tuple[Language, str, bool, str]]:
    """Language, class, whether an entry must stand, and the sentence."""
    rows = []
    for language, table in TABLES.items():
        for block in table.strip().split("\n\n"):
            name, *lines = block.splitlines()
            rows += [(language, name, line[0] == "+", line[2:]) for line in lines]
    return rows


ROWS = _rows()
NAMES = {name for _, name, _, _ in ROWS}


@cache
def _matcher(language: Language) -> Matcher:
    """A matcher that seeks each of the classes."""
    sought = [parse(f"<{name}>") for name in sorted(NAMES)]
    return Matcher(sought, [], bundled().classes[language], lambda words: forms_of(words, language))


def _found(name: str, language: Language, text: str) -> list[str]:
    """The words of a text that stand for an entry of the class."""
    everything = Span(0, len(text))
    words = read_words(text, language, (Zone(everything, ZoneKind.BODY),), (everything,))
    matches = _matcher(language).read(words).sought.get(f"<{name}>", ())
    return [text[words.spans[first].start : words.spans[last - 1].end] for first, last in matches]


@pytest.mark.parametrize(
    ("language", "name", "text"), [(language, name, text) for language, name, stands, text in ROWS if stands]
)
def test_an_entry_stands_in_the_sentence(language: Language, name: str, text: str) -> None:
    """An ordinary sentence of a reply, or of a customer, that says what the class is for, holds an entry of it."""
    assert _found(name, language, text)


@pytest.mark.parametrize(
    ("language", "name", "text"), [(language, name, text) for language, name, stands, text in ROWS if not stands]
)
def test_no_entry_stands_in_a_near_miss(language: Language, name: str, text: str) -> None:
    """A sentence that only sounds like the class holds no entry of it."""
    assert _found(name, language, text) == []


@pytest.mark.parametrize("name", sorted(NAMES))
@pytest.mark.parametrize("language", Language)
def test_a_class_is_tried_both_ways(language: Language, name: str) -> None:
    """Every class has at least five sentences and five near misses in each language."""
    kinds = [stands for other, named, stands, _ in ROWS if (other, named) == (language, name)]
    assert min(kinds.count(True), kinds.count(False)) >= FEWEST
