/**
 * @generated SignedSource<<5a69bfbb4033039eb61299cf51ca3a8c>>
 * @lightSyntaxTransform
 * @codegen-command: pnpm relay
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type Light = "BLUE" | "GREEN" | "GREY" | "RED" | "YELLOW";
export type Status = "DUE_SOON" | "MET" | "MET_LATE" | "OVERDUE" | "PENDING" | "UNKNOWN" | "WAIVED";
import type { FragmentRefs } from "relay-runtime";
export type commitmentCard_commitment$data = {
  readonly __typename: string;
  readonly assessment: {
    readonly gapPoints: string | null | undefined;
    readonly light: Light;
    readonly reasons: ReadonlyArray<{
      readonly message: string;
    }>;
    readonly status: Status;
  };
  readonly code: string;
  readonly dueOn: string | null | undefined;
  readonly id: string;
  readonly rule?: {
    readonly id: string;
    readonly title: string;
  };
  readonly target?: string | null | undefined;
  readonly title: string;
  readonly unit?: {
    readonly label: string;
  } | null | undefined;
  readonly view: {
    readonly asOf: string;
  };
  readonly " $fragmentType": "commitmentCard_commitment";
};
export type commitmentCard_commitment$key = {
  readonly " $data"?: commitmentCard_commitment$data;
  readonly " $fragmentSpreads": FragmentRefs<"commitmentCard_commitment">;
};

import commitmentCardRefetchQuery_graphql from './commitmentCardRefetchQuery.graphql';

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "title",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "refetch": {
      "connection": null,
      "fragmentPathInResult": [
        "node"
      ],
      "operation": commitmentCardRefetchQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "commitmentCard_commitment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "__typename",
      "storageKey": null
    },
    (v0/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "code",
      "storageKey": null
    },
    (v1/*:: as any*/),
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
            (v0/*:: as any*/),
            (v1/*:: as any*/)
          ],
          "storageKey": null
        }
      ],
      "type": "Obligation",
      "abstractKey": null
    }
  ],
  "type": "Commitment",
  "abstractKey": "__isCommitment"
};
})();

(node as any).hash = "7e1fb558061853ecce916aec1f98f1ba";

export default node;
