"""A notice with something in every section, in three languages, made by hand."""

from datetime import date

from notice.document import UI_WORDS
from notice.document.automation import AutomationSection
from notice.document.changes import ChangesSection
from notice.document.complaint import ComplaintSection
from notice.document.controller import ControllerSection
from notice.document.cookies import CookiesSection
from notice.document.objection import ObjectionSection
from notice.document.parts import Document, Entry, FactText, Row, Section, Table
from notice.document.purposes import PurposesSection
from notice.document.recipients import RecipientsSection
from notice.document.rights import RightsSection
from notice.document.safeguards import SafeguardsSection
from notice.document.sources import SourcesSection
from notice.document.summary import SummarySection
from notice.outputs.site_map import SiteMap

SLUGS = {"fi": "asiakasrekisteri", "sv": "kundregister", "en": "customer-register"}
ADDRESS = "https://www.example.fi/tietosuoja"

ORDERS = FactText("Orders", href="#purpose-orders")
PHRASE = (
    FactText("Finland", "purposes.orders.x", after=" and "),
    FactText("Sweden", "purposes.orders.y purposes.orders.z"),
)
PEOPLE = (FactText("customers", "people.0"), FactText("visitors", "people.1"))
PERIOD = FactText("3 years", "purposes.orders.keep.for")


def document(language: str = "fi", *, controller: str = "Example Oy", draft: str = "Draft") -> Document:
    """The notice in one language; its words are English, for what is tested is the page around them."""
    return Document(
        notice="customers",
        language=language,
        slug=SLUGS[language],
        kind="Privacy notice",
        title="Customer register",
        description="How we use the data of our customers.",
        controller=controller,
        publisher=controller,
        date=date(2026, 11, 22),
        written_date="22 November 2026",
        version=2,
        draft=draft,
        words=1_900,
        minutes=12,
        people=PEOPLE,
        anchors=tuple(one.id for one in sections(controller)),
        half_known=(),
        example="",
        sections=sections(controller),
        ui={id: f"{id} in {language}" for id in UI_WORDS},
    )


def neighbours(address: str | None = ADDRESS, **changed: str) -> SiteMap:
    """The site of that one notice."""
    return SiteMap({language: (document(language, **changed),) for language in SLUGS}, "fi", address)


def sections(controller: str) -> tuple[Section, ...]:
    """Every section, in reading order."""
    return (
        SummarySection(
            "summary", "In short", (Row("Why", (ORDERS,)), Row("How long", (FactText("3 years"), FactText("more"))))
        ),
        ObjectionSection(
            "objection",
            "No?",
            "Write **us**.",
            FactText("Who?", href="#controller"),
            (_entry("right-objection", "rights.objection"),),
            term="no",
        ),
        _controller(controller),
        PurposesSection(
            "purposes",
            "Purposes",
            (Row("People", PEOPLE),),
            (FactText("Only these."), FactText("Not needed.", "purposes.orders.required")),
            (_purpose(),),
            None,
            formerly=("glance", "data"),
        ),
        SourcesSection(
            "sources",
            "Sources",
            FactText("From nobody else."),
            (Row("Customer", (FactText("you", "sources.customer"),)),),
        ),
        RecipientsSection("recipients", "Recipients", (FactText("Not all."),), _recipients(), None, formerly=("flow",)),
        _cookies(),
        _automation(),
        SafeguardsSection("safeguards", "Safeguards", (FactText("Encryption", "safeguards.0"),)),
        _rights(),
        ComplaintSection("complaint", "Complaint", FactText("You may complain.", "complaint"), _reach("complaint")),
        ChangesSection(
            "changes",
            "Changes",
            None,
            _entry("version-2", "history.1"),
            (Row("Earlier", (FactText("1", "history.0"),)), Row("Told by", (FactText("e-mail", "changes-told-by.0"),))),
        ),
    )


def _entry(id: str, fact: str, *rows: Row) -> Entry:
    return Entry(id, FactText(f"The thing {id}", fact), FactText("Its *words*.", f"{fact}.text"), rows)


def _reach(fact: str) -> tuple[Row, ...]:
    return (
        Row("E-mail", (FactText("privacy@example.fi", f"{fact}.email", href="mailto:privacy@example.fi"),)),
        Row("Phone", (FactText("040 123 4567", f"{fact}.phone", href="tel:+358401234567"),)),
    )


def _controller(name: str) -> ControllerSection:
    lines = (FactText("Street 1", "controller.address.street"), FactText("00531 Town", "controller.address.postcode"))
    rows = (Row("Controller", (FactText(name, "controller.name", lang="en"),)), Row("Address", lines))
    contact = Entry("contact", FactText("Contact"), None, _reach("controller.contact"))
    joint = _entry("joint-other", "joint-controllers.other")
    return ControllerSection("controller", "Controller", rows, (contact,), "Joint", "Together with:", (joint,))


def _purpose() -> Entry:
    return _entry(
        "purpose-orders", "purposes.orders", Row("Kept", (PERIOD, FactText("then erased"))), Row("From", PHRASE)
    )


def _table(fact: str) -> Table:
    return Table(("Thing", "What", "Law"), (((ORDERS,), (FactText("Yes", fact),), ()),))


def _recipients() -> Table:
    abroad = (FactText("United States", "recipients.ga.transfers.US"), FactText("Outside the EEA."))
    return Table(("Recipient", "Abroad"), (((FactText("GA", "recipients.ga"),), abroad),), ("recipient-ga",))


def _cookies() -> CookiesSection:
    open_ = FactText("Not all yet.", "cookies.other")
    withdraw = (Row("Withdraw", (FactText("Settings", "cookie-consent.0"),)),)
    return CookiesSection("cookies", "Cookies", None, open_, "Only with consent.", _table("cookies.ga"), (), withdraw)


def _automation() -> AutomationSection:
    none = FactText("No such decisions.", "automated-decisions")
    return AutomationSection(
        "automation",
        "Automation",
        none,
        (),
        "Profiling",
        None,
        (Row("Effect", (FactText("none", "profiling.effects.0"),)),),
    )


def _rights() -> RightsSection:
    asking = (Row("Ask by", (FactText("e-mail", "controller.requests.channels.0"),)),)
    texts = (FactText("Within a month.", "rights.month"), FactText("Free.", "rights.free"))
    absent = (Row("Portability", (FactText("No contract, no consent.", "rights.portability"),)),)
    right = _entry("right-access", "rights.access", Row("Covers", (ORDERS,)))
    return RightsSection("rights", "Rights", texts, asking, (right,), "Not here", absent)
