/**
 * @generated SignedSource<<6d9323ff2564157e237f836894ff2443>>
 * @lightSyntaxTransform
 * @codegen-command: pnpm relay
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type twoDatesQuery$variables = {
  code: string;
  earlier: string;
  later: string;
  plan: string;
};
export type twoDatesQuery$data = {
  readonly earlier: {
    readonly commitment: {
      readonly id: string;
      readonly " $fragmentSpreads": FragmentRefs<"commitmentCard_commitment">;
    } | null | undefined;
    readonly id: string;
  } | null | undefined;
  readonly later: {
    readonly commitment: {
      readonly id: string;
      readonly " $fragmentSpreads": FragmentRefs<"commitmentCard_commitment">;
    } | null | undefined;
    readonly id: string;
  } | null | undefined;
};
export type twoDatesQuery = {
  response: twoDatesQuery$data;
  variables: twoDatesQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "code"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "earlier"
},
v2 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "later"
},
v3 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "plan"
},
v4 = {
  "kind": "Variable",
  "name": "code",
  "variableName": "plan"
},
v5 = [
  {
    "kind": "Variable",
    "name": "asOf",
    "variableName": "earlier"
  },
  (v4/*:: as any*/)
],
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v7 = [
  {
    "kind": "Variable",
    "name": "code",
    "variableName": "code"
  }
],
v8 = [
  (v6/*:: as any*/),
  {
    "alias": null,
    "args": (v7/*:: as any*/),
    "concreteType": null,
    "kind": "LinkedField",
    "name": "commitment",
    "plural": false,
    "selections": [
      (v6/*:: as any*/),
      {
        "args": null,
        "kind": "FragmentSpread",
        "name": "commitmentCard_commitment"
      }
    ],
    "storageKey": null
  }
],
v9 = [
  {
    "kind": "Variable",
    "name": "asOf",
    "variableName": "later"
  },
  (v4/*:: as any*/)
],
v10 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "title",
  "storageKey": null
},
v11 = [
  (v6/*:: as any*/),
  {
    "alias": null,
    "args": (v7/*:: as any*/),
    "concreteType": null,
    "kind": "LinkedField",
    "name": "commitment",
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
      (v10/*:: as any*/),
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
              (v10/*:: as any*/)
            ],
            "storageKey": null
          }
        ],
        "type": "Obligation",
        "abstractKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/),
      (v3/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "twoDatesQuery",
    "selections": [
      {
        "alias": "earlier",
        "args": (v5/*:: as any*/),
        "concreteType": "Plan",
        "kind": "LinkedField",
        "name": "plan",
        "plural": false,
        "selections": (v8/*:: as any*/),
        "storageKey": null
      },
      {
        "alias": "later",
        "args": (v9/*:: as any*/),
        "concreteType": "Plan",
        "kind": "LinkedField",
        "name": "plan",
        "plural": false,
        "selections": (v8/*:: as any*/),
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v3/*:: as any*/),
      (v0/*:: as any*/),
      (v1/*:: as any*/),
      (v2/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "twoDatesQuery",
    "selections": [
      {
        "alias": "earlier",
        "args": (v5/*:: as any*/),
        "concreteType": "Plan",
        "kind": "LinkedField",
        "name": "plan",
        "plural": false,
        "selections": (v11/*:: as any*/),
        "storageKey": null
      },
      {
        "alias": "later",
        "args": (v9/*:: as any*/),
        "concreteType": "Plan",
        "kind": "LinkedField",
        "name": "plan",
        "plural": false,
        "selections": (v11/*:: as any*/),
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "603c3a2ed5cac6c7700f85d8ab32610a",
    "id": null,
    "metadata": {},
    "name": "twoDatesQuery",
    "operationKind": "query",
    "text": "query twoDatesQuery(\n  $plan: String!\n  $code: String!\n  $earlier: Date!\n  $later: Date!\n) {\n  earlier: plan(code: $plan, asOf: $earlier) {\n    id\n    commitment(code: $code) {\n      __typename\n      id\n      ...commitmentCard_commitment\n    }\n  }\n  later: plan(code: $plan, asOf: $later) {\n    id\n    commitment(code: $code) {\n      __typename\n      id\n      ...commitmentCard_commitment\n    }\n  }\n}\n\nfragment commitmentCard_commitment on Commitment {\n  __isCommitment: __typename\n  __typename\n  id\n  code\n  title\n  dueOn\n  view {\n    asOf\n  }\n  assessment {\n    status\n    light\n    gapPoints\n    reasons {\n      message\n    }\n  }\n  ... on Indicator {\n    target\n    unit {\n      label\n    }\n  }\n  ... on Obligation {\n    rule {\n      id\n      title\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "b85e91a4e472e9eaf964591199720114";

export default node;
