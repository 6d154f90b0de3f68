/** Services that office.js makes by name rather than reaching them from the workbook. */

import { action, type ApiObject, defineObject, type ObjectType } from "../protocol/definition";

/** office.js tells it that ribbon commands can be sent now; the pane's own event says the same. */
export const addinInternalServiceType: ObjectType<null> = defineObject<null>({
  name: "AddinInternalService",
  methods: { NotifyActionHandlerReady: action("1.1", () => {}) },
});

const SERVICES: ReadonlyMap<string, ObjectType<null>> = new Map([["Microsoft.InternalService.AddinInternalService", addinInternalServiceType]]);

/** null for services that the host does not have. */
export function serviceObject(name: string): ApiObject | null {
  return SERVICES.get(name)?.of(null) ?? null;
}
