"""N106, N113: joint controllers. GDPR Art. 26(1)–(2)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import JOINT_CONTROLLER, REGISTER
from notice.rules.rule import RuleContext, rule


@rule("N106", "26-1", "26-2")
def joint_controllers_without_arrangement(context: RuleContext) -> Iterator[Violation]:
    """Joint controllers are named, with the essence of what each of them is responsible for.

    A person must see the division of tasks: who informs, who answers requests, who keeps the data safe.

    Fails::

        joint-controllers:
          partner: {name: Kumppani Oy, email: info@example.com, purposes: [orders]}

    Passes::

        joint-controllers:
          partner: {name: Kumppani Oy, email: info@example.com, purposes: [orders], does: [requests]}
    """
    for joint in context.register[REGISTER.joint_controllers].entries():
        name, does = joint[JOINT_CONTROLLER.name], joint[JOINT_CONTROLLER.does]
        if not name.value and name.is_silent:
            yield name.missing("joint-controller-unnamed", joint_controller=joint.id)
        if not does.value and does.is_silent:
            yield does.missing("joint-controller-without-tasks", joint_controller=joint.id)


@rule("N113", "26-1", "26-2", level=Level.WARNING)
def joint_control_of_what(context: RuleContext) -> Iterator[Violation]:
    """The notice states for which of its purposes the processing is under joint control.

    Joint control extends to the operations that are decided on together, and no further (C-40/17 Fashion ID).

    Fails::

        joint-controllers:
          partner: {name: Kumppani Oy, email: info@example.com, does: [requests]}

    Passes::

        joint-controllers:
          partner: {name: Kumppani Oy, email: info@example.com, does: [requests], purposes: [visitor-statistics]}
    """
    for joint in context.register[REGISTER.joint_controllers].entries():
        purposes = joint[JOINT_CONTROLLER.purposes]
        if not purposes.value and purposes.is_silent:
            yield purposes.missing("unstated", joint_controller=joint.id)
        for one in purposes.items():
            if one.value not in context.derived.purposes:
                yield one.violation("not-of-the-register", joint_controller=joint.id, purpose=one.value)


RULES = (joint_controllers_without_arrangement, joint_control_of_what)
