"""The keys of every model that rules and sections read facts by: `PURPOSE.keep`, `RECIPIENT.country`."""

from notice.model.answers import ChildConsent, SoftOptIn
from notice.model.controller import Address, Contact, Controller, JointController, Requests
from notice.model.purpose import (
    CodeGround,
    CriminalGround,
    DataRetention,
    Keep,
    Latest,
    LawReference,
    OtherEvent,
    Purpose,
    SpecialCondition,
)
from notice.model.register import (
    Cookie,
    Decision,
    Profiling,
    Recipient,
    Register,
    Research,
    RightLimit,
    Source,
    Transfer,
)
from notice.model.shapes import keys
from notice.model.site import Site, Theme

ADDRESS = keys(Address)
CHILD_CONSENT = keys(ChildConsent)
CODE_GROUND = keys(CodeGround)
CONDITION = keys(SpecialCondition)
CONTACT = keys(Contact)
CONTROLLER = keys(Controller)
COOKIE = keys(Cookie)
CRIMINAL_GROUND = keys(CriminalGround)
DATA_RETENTION = keys(DataRetention)
DECISION = keys(Decision)
JOINT_CONTROLLER = keys(JointController)
KEEP = keys(Keep)
LATEST = keys(Latest)
LAW = keys(LawReference)
OTHER_EVENT = keys(OtherEvent)
PROFILING = keys(Profiling)
PURPOSE = keys(Purpose)
RECIPIENT = keys(Recipient)
REGISTER = keys(Register)
REQUESTS = keys(Requests)
RESEARCH = keys(Research)
RIGHT_LIMIT = keys(RightLimit)
SITE = keys(Site)
SOFT_OPT_IN = keys(SoftOptIn)
SOURCE = keys(Source)
THEME = keys(Theme)
TRANSFER = keys(Transfer)
