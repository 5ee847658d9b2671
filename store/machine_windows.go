package store

import winreg "golang.org/x/sys/windows/registry"

func systemID() string {
	k, err := winreg.OpenKey(winreg.LOCAL_MACHINE, `SOFTWARE\Microsoft\Cryptography`, winreg.QUERY_VALUE|winreg.WOW64_64KEY)
	if err != nil {
		return ""
	}
	defer k.Close()
	id, _, err := k.GetStringValue("MachineGuid")
	if err != nil {
		return ""
	}
	return id
}
