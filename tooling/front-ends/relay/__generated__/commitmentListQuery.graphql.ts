/**
 * @generated SignedSource<<6d2c79402090103eedd7aaa128282196>>
 * @lightSyntaxTransform
 * @codegen-command: pnpm relay
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type CommitmentKind = "INDICATOR" | "MILESTONE" | "OBLIGATION";
export type Light = "BLUE" | "GREEN" | "GREY" | "RED" | "YELLOW";
export type Modality = "EFFORT" | "MUST" | "STRIVE";
export type ProjectKind = "CONTINUING" | "NEW_START" | "PRELIMINARY";
export type ProjectStage = "CANCELLED" | "CLEARED" | "COMPLETED" | "IN_USE" | "PREPARED" | "PREPARING" | "PROPOSED" | "STARTED" | "SUSPENDED";
export type Severity = "CRITICAL" | "INFO" | "WARNING";
export type Status = "DUE_SOON" | "MET" | "MET_LATE" | "OVERDUE" | "PENDING" | "UNKNOWN" | "WAIVED";
export type CommitmentFilter = {
  and?: ReadonlyArray<CommitmentFilter> | null | undefined;
  anyUnit?: StringFilter | null | undefined;
  code?: StringFilter | null | undefined;
  district?: StringFilter | null | undefined;
  dueOn?: DateFilter | null | undefined;
  kind?: CommitmentKindFilter | null | undefined;
  light?: LightFilter | null | undefined;
  modality?: ModalityFilter | null | undefined;
  not?: CommitmentFilter | null | undefined;
  or?: ReadonlyArray<CommitmentFilter> | null | undefined;
  plan?: StringFilter | null | undefined;
  plate?: StringFilter | null | undefined;
  project?: StringFilter | null | undefined;
  projectKind?: ProjectKindFilter | null | undefined;
  projectStage?: ProjectStageFilter | null | undefined;
  rule?: StringFilter | null | undefined;
  severity?: SeverityFilter | null | undefined;
  status?: StatusFilter | null | undefined;
  synthetic?: BooleanFilter | null | undefined;
  task?: StringFilter | null | undefined;
  theme?: StringFilter | null | undefined;
  title?: StringFilter | null | undefined;
  unit?: StringFilter | null | undefined;
  year?: IntFilter | null | undefined;
};
export type StringFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  in?: ReadonlyArray<string> | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
};
export type DateFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  in?: ReadonlyArray<string> | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
};
export type CommitmentKindFilter = {
  eq?: CommitmentKind | null | undefined;
  in?: ReadonlyArray<CommitmentKind> | null | undefined;
};
export type LightFilter = {
  eq?: Light | null | undefined;
  in?: ReadonlyArray<Light> | null | undefined;
};
export type ModalityFilter = {
  eq?: Modality | null | undefined;
  in?: ReadonlyArray<Modality> | null | undefined;
};
export type ProjectKindFilter = {
  eq?: ProjectKind | null | undefined;
  in?: ReadonlyArray<ProjectKind> | null | undefined;
};
export type ProjectStageFilter = {
  eq?: ProjectStage | null | undefined;
  in?: ReadonlyArray<ProjectStage> | null | undefined;
};
export type SeverityFilter = {
  eq?: Severity | null | undefined;
  in?: ReadonlyArray<Severity> | null | undefined;
};
export type StatusFilter = {
  eq?: Status | null | undefined;
  in?: ReadonlyArray<Status> | null | undefined;
};
export type BooleanFilter = {
  eq?: boolean | null | undefined;
};
export type IntFilter = {
  eq?: number | null | undefined;
  gt?: number | null | undefined;
  gte?: number | null | undefined;
  in?: ReadonlyArray<number> | null | undefined;
  lt?: number | null | undefined;
  lte?: number | null | undefined;
};
export type commitmentListQuery$variables = {
  asOf?: string | null | undefined;
  count: number;
  filter?: CommitmentFilter | null | undefined;
};
export type commitmentListQuery$data = {
  readonly " $fragmentSpreads": FragmentRefs<"commitmentList_query">;
};
export type commitmentListQuery = {
  response: commitmentListQuery$data;
  variables: commitmentListQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "asOf"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "count"
},
v2 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "filter"
},
v3 = {
  "kind": "Variable",
  "name": "asOf",
  "variableName": "asOf"
},
v4 = {
  "kind": "Variable",
  "name": "filter",
  "variableName": "filter"
},
v5 = [
  (v3/*:: as any*/),
  (v4/*:: as any*/),
  {
    "kind": "Variable",
    "name": "first",
    "variableName": "count"
  },
  {
    "kind": "Literal",
    "name": "orderBy",
    "value": [
      {
        "field": "DUE_ON"
      }
    ]
  }
],
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "title",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "commitmentListQuery",
    "selections": [
      {
        "args": [
          (v3/*:: as any*/),
          {
            "kind": "Variable",
            "name": "count",
            "variableName": "count"
          },
          (v4/*:: as any*/)
        ],
        "kind": "FragmentSpread",
        "name": "commitmentList_query"
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v2/*:: as any*/),
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "commitmentListQuery",
    "selections": [
      {
        "alias": null,
        "args": (v5/*:: as any*/),
        "concreteType": "CommitmentConnection",
        "kind": "LinkedField",
        "name": "commitments",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "totalCount",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "CommitmentEdge",
            "kind": "LinkedField",
            "name": "edges",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": null,
                "kind": "LinkedField",
                "name": "node",
                "plural": false,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "__typename",
                    "storageKey": null
                  },
                  (v6/*:: as any*/),
                  {
                    "kind": "TypeDiscriminator",
                    "abstractKey": "__isCommitment"
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "code",
                    "storageKey": null
                  },
                  (v7/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "dueOn",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "View",
                    "kind": "LinkedField",
                    "name": "view",
                    "plural": false,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "asOf",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Assessment",
                    "kind": "LinkedField",
                    "name": "assessment",
                    "plural": false,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "status",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "light",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "gapPoints",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "Reason",
                        "kind": "LinkedField",
                        "name": "reasons",
                        "plural": true,
                        "selections": [
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "message",
                            "storageKey": null
                          }
                        ],
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "kind": "InlineFragment",
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "target",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "MeasureUnit",
                        "kind": "LinkedField",
                        "name": "unit",
                        "plural": false,
                        "selections": [
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "label",
                            "storageKey": null
                          }
                        ],
                        "storageKey": null
                      }
                    ],
                    "type": "Indicator",
                    "abstractKey": null
                  },
                  {
                    "kind": "InlineFragment",
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "Rule",
                        "kind": "LinkedField",
                        "name": "rule",
                        "plural": false,
                        "selections": [
                          (v6/*:: as any*/),
                          (v7/*:: as any*/)
                        ],
                        "storageKey": null
                      }
                    ],
                    "type": "Obligation",
                    "abstractKey": null
                  }
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "cursor",
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "PageInfo",
            "kind": "LinkedField",
            "name": "pageInfo",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "endCursor",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "hasNextPage",
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      },
      {
        "alias": null,
        "args": (v5/*:: as any*/),
        "filters": [
          "filter",
          "asOf"
        ],
        "handle": "connection",
        "key": "commitmentList_commitments",
        "kind": "LinkedHandle",
        "name": "commitments"
      }
    ]
  },
  "params": {
    "cacheID": "c5552807f6bac8cd31d18833745e8e38",
    "id": null,
    "metadata": {},
    "name": "commitmentListQuery",
    "operationKind": "query",
    "text": "query commitmentListQuery(\n  $filter: CommitmentFilter\n  $asOf: Date\n  $count: Int!\n) {\n  ...commitmentList_query_3G72Kz\n}\n\nfragment commitmentCard_commitment on Commitment {\n  __isCommitment: __typename\n  __typename\n  id\n  code\n  title\n  dueOn\n  view {\n    asOf\n  }\n  assessment {\n    status\n    light\n    gapPoints\n    reasons {\n      message\n    }\n  }\n  ... on Indicator {\n    target\n    unit {\n      label\n    }\n  }\n  ... on Obligation {\n    rule {\n      id\n      title\n    }\n  }\n}\n\nfragment commitmentList_query_3G72Kz on Query {\n  commitments(filter: $filter, asOf: $asOf, orderBy: [{field: DUE_ON}], first: $count) {\n    totalCount\n    edges {\n      node {\n        __typename\n        id\n        ...commitmentCard_commitment\n      }\n      cursor\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "ca7186956de3ddbb81f3957f4fffe8aa";

export default node;
