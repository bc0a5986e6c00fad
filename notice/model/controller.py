"""Who is responsible: the controller and those who answer for it. GDPR Arts 4(7), 13(1)(a)–(b), 26, 27, 37."""

from typing import Annotated

from pydantic import Field

from notice.model.answers import Demand
from notice.model.fields import Facts, Ids, Named, OrNone, Reasons, Refers, Several, YesNo
from notice.model.texts import Country, Email, Phone, SecureMail, Text, Web

HOME = "FI"
"""The country of a controller that states none; its addresses need no country."""


class Address(Facts):
    """A postal address, each part as it stands on the envelope."""

    street: Text | None = None
    postcode: Text | None = None
    city: Text | None = None
    country: Country | None = None

    def is_stated(self) -> bool:
        """True when a letter could be sent there."""
        return bool(self.street or self.postcode or self.city)


class Contact(Facts):
    """Somebody who can be reached. `phone` stays as written; `website` is a full address.

    `visiting_address` is where people come, if that is another place; `secure_mail` is an address, or a page of the
    web, for messages that no third party can read.
    """

    name: Text | None = None
    address: Address | None = None
    visiting_address: Address | None = None
    email: Email | None = None
    secure_mail: SecureMail | None = None
    phone: Phone | None = None
    website: Web | None = None

    def channels(self) -> tuple[str, ...]:
        """The ways to reach it, by name: `address`, `email`, `phone`."""
        stated = {"address": self.address and self.address.is_stated(), "email": self.email, "phone": self.phone}
        return tuple(way for way, value in stated.items() if value)


class JointController(Contact):
    """Another controller that decides together with ours: GDPR Art. 26.

    `purposes` are those of the register for whose processing we decide together, `does` the tasks it answers for, by
    the ids of `joint-tasks`. `contact_point`: people may turn to it in all that concerns the joint processing, as
    Art. 26(1) lets the arrangement say.
    """

    purposes: Annotated[Ids | None, Refers("purposes")] = None
    does: Annotated[Ids | None, Refers("joint_tasks")] = None
    contact_point: YesNo | None = None


class Requests(Facts):
    """How a person asks for her rights: `channels` (email, phone, post, form, visit) and `languages` of service.

    `identify_by` are the ways to make sure who asks, by the ids of `identifications`. `demands` is what everybody
    must do who asks, `fee` whether the first request costs something: GDPR Art. 12(2), (5), (6).
    """

    channels: Annotated[Named | None, Refers("channels")] = None
    languages: Named | None = None
    form: Web | None = None
    identify_by: Annotated[Ids | None, Refers("identifications")] = None
    demands: Several[Demand] | None = None
    fee: YesNo | None = None


class Body(Contact):
    """A controller. `country` decides whether a representative is needed (Art. 27).

    `large_scale_monitoring` and `large_scale_special_data` say whether such processing on a large scale is a core
    activity: Art. 37(1)(b)–(c). `provides_online_service` decides whether section 176 of Act 917/2014 asks for more.
    """

    trade_name: Text | None = None
    business_id: Text | None = None
    vat_id: OrNone[Text] | None = None
    provides_online_service: YesNo | None = None
    country: Country | None = None
    public_authority: YesNo | None = None
    contact: Contact | None = None
    dpo: OrNone[Contact] | None = None
    representative: OrNone[Contact] | None = None
    requests: Requests | None = None
    supervisory_authority: Annotated[str | None, Refers("authorities")] = None
    large_scale_monitoring: YesNo | None = None
    large_scale_special_data: YesNo | None = None


class Controller(Body):
    """The controller of the whole site, and the contacts that every register has unless it states others."""

    confirm: Reasons = Field(default_factory=dict)


class OwnController(Body):
    """The controller of one register: `body` is one of `controllers` in the vocabulary; the rest is stated here.

    What neither states is taken from the site's controller.
    """

    body: Annotated[str | None, Refers("controllers")] = None
