import { compareText } from "./compare-text";
import type { LeadInput, LedGroup } from "./lead-input";
import { leadCost, whyNotLead } from "./lead-rules";
import type { MatchLead } from "./match-input";
import type { UnitNetwork } from "./solver/unit-flow";

/** An arc of the network that stands for a person leading a group. */
export interface LeadArc {
  readonly arc: number;
  readonly group: number;
  readonly lead: number;
  readonly cost: number;
}

/** The lead stage as units that go from each group through a lead's week to the lead's load. */
export interface LeadNetwork {
  readonly groups: readonly LedGroup[];
  readonly leads: readonly MatchLead[];
  readonly network: UnitNetwork;
  readonly arcs: readonly LeadArc[];
}

/** Groups and leads are taken in order of id, so that the order of rows has no part in the result. */
export function buildLeadNetwork(input: LeadInput): LeadNetwork {
  return new Builder(
    input.groups.toSorted((x, y) => compareText(x.id, y.id)),
    input.leads.toSorted((x, y) => compareText(x.id, y.id)),
  ).build();
}

class Builder {
  private nodes = 0;
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly capacity: number[] = [];
  private readonly cost: number[] = [];
  private readonly sources: number[] = [];
  private readonly arcs: LeadArc[] = [];
  private readonly slots = new Map<string, number>();
  private readonly sink = this.addNode();
  private readonly leadNodes: readonly number[];

  private readonly groups: readonly LedGroup[];
  private readonly leads: readonly MatchLead[];

  constructor(groups: readonly LedGroup[], leads: readonly MatchLead[]) {
    this.groups = groups;
    this.leads = leads;
    this.leadNodes = leads.map(({ load }) => {
      const node = this.addNode();
      this.addArc({ from: node, to: this.sink, capacity: load, cost: 0 });
      return node;
    });
  }

  build(): LeadNetwork {
    const nodes = this.groups.map((group, index) => this.addGroup(group, index));
    this.addMissing(nodes);
    const { from, to, capacity, cost, sources, sink } = this;
    const network = { nodes: this.nodes, from, to, capacity, cost, sources, sink };
    return { groups: this.groups, leads: this.leads, network, arcs: this.arcs };
  }

  private addGroup(group: LedGroup, index: number): number {
    const node = this.addNode();
    this.sources.push(node);
    if (group.wantsCoLead) this.sources.push(node);
    this.leads.forEach((lead, number) => {
      if (whyNotLead(lead, group)) return;
      const slot = this.slotOf(number, group);
      const cost = leadCost(lead, group);
      this.arcs.push({
        arc: this.addArc({ from: node, to: slot, capacity: 1, cost }),
        group: index,
        lead: number,
        cost,
      });
    });
    return node;
  }

  /** One more group without a lead, weighed by its schools, outweighs all travel, and any lead all missing co-leads. */
  private addMissing(nodes: readonly number[]): void {
    const dearest = this.arcs.reduce((most, { cost }) => Math.max(most, cost), 1);
    const forCoLead = this.sources.length * dearest + 1;
    const forLead = forCoLead * (1 + this.sources.length - this.groups.length);
    this.groups.forEach((group, index) => {
      const arc = { from: nodes[index] ?? -1, to: this.sink, capacity: 1 };
      this.addArc({ ...arc, cost: forLead * group.members.length });
      if (group.wantsCoLead) this.addArc({ ...arc, cost: forCoLead });
    });
  }

  private slotOf(lead: number, { weekday, pattern = 0 }: LedGroup): number {
    const key = `${lead} ${weekday} ${pattern}`;
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const slot = this.addNode();
    this.slots.set(key, slot);
    this.addArc({ from: slot, to: this.leadNodes[lead] ?? -1, capacity: 1, cost: 0 });
    return slot;
  }

  private addNode(): number {
    return this.nodes++;
  }

  private addArc(arc: { from: number; to: number; capacity: number; cost: number }): number {
    this.from.push(arc.from);
    this.to.push(arc.to);
    this.capacity.push(arc.capacity);
    return this.cost.push(arc.cost) - 1;
  }
}
